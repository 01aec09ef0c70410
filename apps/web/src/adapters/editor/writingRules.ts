import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import type { Plugin } from 'prosemirror-state'
import { proseSchema } from '../../model/release/readouts/proseSchema.ts'

/** At the beginning of a line, what many are used to: `- ` and `1. ` begin a list, `> ` a quote, `## ` and `### ` a heading. */
export function writingRules(): Plugin {
  const { nodes } = proseSchema
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
      wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
      textblockTypeInputRule(/^>\s$/, nodes.quote),
      textblockTypeInputRule(/^(##|###)\s$/, nodes.heading, ([, marks]) => ({
        level: marks?.length ?? 2,
      })),
    ],
  })
}
