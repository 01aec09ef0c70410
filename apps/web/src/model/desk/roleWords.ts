import type { Role } from '@parley/seal'
import { wordFinder } from './words.ts'

/** What lists call a role, in the languages of this product: English, French, Russian and Arabic. */
const WORDS: Readonly<Record<Role, readonly string[]>> = {
  principal: [
    'principal, head of delegation, head, lead',
    'principale, chef de délégation, cheffe de délégation, chef, cheffe',
    'первое лицо, главное лицо, принципал, глава делегации, глава',
    'رئيس الوفد, رئيسة الوفد, رئيس, رئيسة, المسؤول الأول, الشخصية الرئيسية',
  ],
  interpreter: [
    'interpreter, translator',
    'interprète, traducteur, traductrice',
    'переводчик, переводчица, устный переводчик, синхронист',
    'مترجم, مترجمة, مترجم فوري, مترجمة فورية, ترجمان',
  ],
  adviser: [
    'adviser, advisor, counsel, counsellor, expert, legal adviser',
    'conseiller, conseillère, expert, experte',
    'советник, советница, консультант, эксперт',
    'مستشار, مستشارة, خبير, خبيرة',
  ],
  'note-taker': [
    'note-taker, notetaker, notes, minutes, rapporteur, secretary',
    'preneur de notes, preneuse de notes, rapporteuse, secrétaire, rédacteur',
    'протоколист, секретарь, ведущий протокол, ведёт протокол, стенографист',
    'كاتب المحضر, كاتبة المحضر, مدون الملاحظات, مدوّن, مقرر, كاتب',
  ],
  technician: [
    'technician, technical, tech, engineer, it',
    'technicien, technicienne, technique, ingénieur, ingénieure',
    'техник, технический специалист, инженер',
    'فني, فنية, تقني, تقنية, مهندس, مهندسة',
  ],
  moderator: [
    'moderator, chair, chairman, chairwoman, mediator',
    'modérateur, modératrice, président de séance, médiateur, médiatrice',
    'модератор, ведущий, ведущая, посредник',
    'مدير الجلسة, مديرة الجلسة, منسق, منسقة, وسيط, ميسر',
  ],
  press: [
    'press, journalist, reporter, media, spokesperson, press officer',
    'presse, journaliste, médias, porte-parole, attaché de presse',
    'пресса, журналист, журналистка, сми, пресс-секретарь',
    'صحافة, الصحافة, صحفي, صحفية, إعلام, الإعلام, ناطق رسمي',
  ],
}

/** The role that a list means by a word; nothing for another word. */
export const roleNamed = wordFinder(WORDS)
