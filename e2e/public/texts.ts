import type { Hash } from '@parley/protocol'
import type { Block, PayloadOf, Prose } from '@parley/release'

type Joint = { readonly stations: Hash; readonly again: Hash }
type Words = Partial<PayloadOf<'readout'>>

const STATIONS = {
  en: 'Two joint monitoring stations will be built at Masinga and Garissa before the end of 2028; each side has access to both.',
  fr: 'Deux stations de mesure communes seront construites à Masinga et à Garissa avant la fin de 2028 ; chaque partie y a accès.',
  sw: 'Vituo viwili vya pamoja vya ufuatiliaji vitajengwa Masinga na Garissa kabla ya mwisho wa 2028; kila upande utaweza kufika kwenye vyote viwili.',
  ar: 'ستُبنى محطتا رصد مشتركتان في ماسينغا وغاريسا قبل نهاية عام 2028، ولكل طرف حق الوصول إلى كلتيهما.',
}
const AGAIN = {
  en: 'The principals will speak again before the rains of October.',
  fr: 'Les chefs de délégation se parleront de nouveau avant les pluies d’octobre.',
  sw: 'Viongozi watazungumza tena kabla ya mvua za Oktoba.',
  ar: 'سيتحدث رئيسا الوفدين مرة أخرى قبل أمطار أكتوبر.',
}

function textsOf(line: Readonly<Record<string, string>>): PayloadOf<'joint'>['texts'] {
  return Object.entries(line).map(([language, text]) => ({ language, text }))
}

function words(text: string, joint?: Hash): Block {
  return { is: 'paragraph', runs: [{ text }], ...(joint && { joint }) }
}

function body(language: keyof typeof AGAIN, joint: Joint, [first, second, third]: string[]): Prose {
  return [
    words(first ?? ''),
    words(second ?? ''),
    words(STATIONS[language], joint.stations),
    words(third ?? ''),
    words(AGAIN[language], joint.again),
  ]
}

const LIVIA = { name: 'Livia Spescha', office: 'Press office' }

/** The accounts of one afternoon, as each side writes it. */
export const TEXTS = {
  stations: textsOf(STATIONS),
  again: textsOf(AGAIN),
  caption: 'Federal Councillor Aeberhard and Cabinet Secretary Kiptalam on water in dry years.',

  swiss(joint: Joint): Words {
    return {
      byline: 'Press office of the Federal Department for Water',
      title: 'Entretien sur les eaux de la Haute Tana',
      language: 'fr',
      body: body('fr', joint, [
        'La conseillère fédérale Mathilde Aeberhard s’est entretenue aujourd’hui avec le secrétaire Zawadi Kiptalam au sujet du traité sur les eaux de la Haute Tana. Les deux parties ont convenu du principe d’un calendrier de lâchers pour les années sèches.',
        'De novembre à mars, au moins 18 mètres cubes par seconde doivent passer à la jauge de Masinga, en moyenne sur dix jours.',
        'Les pertes de stockage depuis 2019 ont été discutées. Des experts des deux parties se réuniront à Genève en avril. Mme Aeberhard a souligné que des experts indépendants ont besoin d’accéder aux jauges.',
      ]),
      translations: [
        {
          language: 'en',
          title: 'Talks on the waters of the Upper Tana',
          body: body('en', joint, [
            'Federal Councillor Mathilde Aeberhard spoke today with Cabinet Secretary Zawadi Kiptalam about the Upper Tana Water Treaty. The two sides agreed in principle on a release schedule for dry years.',
            'From November to March, at least 18 cubic metres a second are to pass the Masinga gauge, measured as a ten-day mean.',
            'Losses of storage since 2019 were discussed. Experts of both sides will meet in Geneva in April. Ms Aeberhard underlined that independent experts need access to the gauges.',
          ]),
          by: { is: 'seat', ...LIVIA },
          checkedBy: { name: 'Mathilde Aeberhard', office: 'Federal Councillor' },
        },
        {
          language: 'ar',
          title: 'محادثات حول مياه أعالي تانا',
          body: body('ar', joint, [
            'تحدثت المستشارة الاتحادية ماتيلد إيبرهارد اليوم مع أمين مجلس الوزراء زوادي كيبتالام حول معاهدة مياه أعالي تانا. اتفق الطرفان من حيث المبدأ على جدول لإطلاق المياه في السنوات الجافة.',
            'من نوفمبر إلى مارس، يجب أن يمر عند مقياس ماسينغا ما لا يقل عن 18 مترًا مكعبًا في الثانية، بمتوسط عشرة أيام.',
            'نوقشت خسائر التخزين منذ عام 2019. وسيجتمع خبراء الطرفين في جنيف في أبريل. وشددت السيدة إيبرهارد على أن الخبراء المستقلين بحاجة إلى الوصول إلى المقاييس.',
          ]),
          by: { is: 'seat', ...LIVIA },
          checkedBy: null,
        },
      ],
    }
  },

  kenyan(joint: Joint, figure: string): Words {
    return {
      byline: 'Press service of the Ministry of Water',
      title: 'Mazungumzo kuhusu maji ya Tana ya Juu',
      language: 'sw',
      body: body('sw', joint, [
        'Waziri Zawadi Kiptalam alifanya mazungumzo leo na Diwani wa Shirikisho Mathilde Aeberhard kuhusu maji ya Tana ya Juu. Mazungumzo yalipiga hatua kuelekea ratiba ya kuachilia maji katika miaka ya ukame.',
        `Kenya iko tayari kuruhusu mita za ujazo ${figure} kwa sekunde kupita kipimo cha Masinga kuanzia Novemba hadi Machi, mvua ikiruhusu.`,
        'Waziri alikumbusha kwamba hasara za hifadhi tangu 2019 zinapaswa kulipwa kikamilifu. Wataalamu wa pande zote mbili watakutana Geneva mwezi Aprili.',
      ]),
      translations: [
        {
          language: 'en',
          title: 'Talks on the waters of the Upper Tana',
          body: body('en', joint, [
            'Cabinet Secretary Zawadi Kiptalam held talks today with Federal Councillor Mathilde Aeberhard on the waters of the Upper Tana. The two sides made progress towards a release schedule for dry years.',
            `Kenya is ready to let ${figure} cubic metres a second pass the Masinga gauge from November to March, when rainfall allows.`,
            'The Cabinet Secretary recalled that losses of storage since 2019 are to be made good in full. Experts of both sides will meet in Geneva in April.',
          ]),
          by: { is: 'machine', name: 'Tafsiri', version: '2.1' },
          checkedBy: null,
        },
        {
          language: 'ar',
          title: 'محادثات حول مياه أعالي تانا',
          body: body('ar', joint, [
            'أجرى أمين مجلس الوزراء زوادي كيبتالام اليوم محادثات مع المستشارة الاتحادية ماتيلد إيبرهارد حول مياه أعالي تانا. أحرز الطرفان تقدمًا نحو جدول لإطلاق المياه في السنوات الجافة.',
            `كينيا مستعدة للسماح بمرور ${figure} مترًا مكعبًا في الثانية عند مقياس ماسينغا من نوفمبر إلى مارس، عندما تسمح الأمطار بذلك.`,
            'ذكّر أمين مجلس الوزراء بأن خسائر التخزين منذ عام 2019 يجب أن تُعوَّض بالكامل. وسيجتمع خبراء الطرفين في جنيف في أبريل.',
          ]),
          by: { is: 'machine', name: 'Tafsiri', version: '2.1' },
          checkedBy: null,
        },
      ],
    }
  },
} as const
