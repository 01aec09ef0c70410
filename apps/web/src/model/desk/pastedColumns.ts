import { wordFinder } from './words.ts'

/** What a column of a list is about. */
export type Column = 'name' | 'given' | 'family' | 'office' | 'role' | 'languages'

/** How lists head their columns, in the languages of this product: English, French, Russian and Arabic. */
const columnNamed = wordFinder<Column>({
  name: [
    'name, full name, person, participant, member',
    'nom complet, nom et prénom, participante, membre, personne',
    'фио, ф. и. о., полное имя, участник',
    'الاسم, الاسم الكامل, المشارك, العضو',
  ],
  given: ['first name', 'given name', 'forename', 'prénom', 'имя', 'الاسم الأول'],
  family: ['last name, family name, surname, nom, nom de famille', 'фамилия, اسم العائلة, اللقب'],
  office: [
    'office, title, function, position, job title, organisation, organization',
    'fonction, titre, poste, service',
    'должность, пост, организация',
    'المنصب, الوظيفة, الصفة, الجهة',
  ],
  role: ['role', 'role in the call', 'rôle', 'роль', 'الدور'],
  languages: ['language, languages, langue, langues', 'язык, языки, اللغة, اللغات'],
})

/** The columns that a first line names; nothing if it names people already. */
export function columnsOf(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  const columns = cells.map(columnNamed)
  const named = columns.filter((column) => column !== undefined)
  const isAboutNames = named.some((column) => ['name', 'given', 'family'].includes(column))
  return isAboutNames && (named.length > 1 || cells.length === 1) ? columns : undefined
}
