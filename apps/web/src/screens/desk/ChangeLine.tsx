import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { PlanChange } from '../../model/desk/planChanges.ts'
import { languageNames } from './languageNames.ts'
import { Moment } from './Moment.tsx'

/** One difference: what it is about, how it was, how it would be. Words say which is which, not only the line through one. */
export function ChangeLine({
  change,
  zones,
}: {
  change: PlanChange
  /** The clocks to show. */
  zones: readonly string[]
}): ReactNode {
  return (
    <div className="changes__one">
      <dt>
        <About change={change} />
      </dt>
      <dd>
        <Was>
          <Text change={change} side="before" zones={zones} />
        </Was>
        <WillBe>
          <Text change={change} side="after" zones={zones} />
        </WillBe>
      </dd>
    </div>
  )
}

function Was({ children }: { children: ReactNode }): ReactNode {
  return (
    <p>
      <span className="caption">
        <Trans>before</Trans>
      </span>{' '}
      <del>{children}</del>
    </p>
  )
}

function WillBe({ children }: { children: ReactNode }): ReactNode {
  return (
    <p>
      <span className="caption">
        <Trans>proposed</Trans>
      </span>{' '}
      <ins>{children}</ins>
    </p>
  )
}

function About({ change }: { change: PlanChange }): ReactNode {
  switch (change.of) {
    case 'title':
      return <Trans>Title</Trans>
    case 'start':
      return <Trans>Start</Trans>
    case 'languages':
      return <Trans>Languages</Trans>
    case 'recording':
      return <Trans>Recording</Trans>
    case 'ifLineDrops':
      return <Trans>If the line drops</Trans>
    case 'peopleInRoom':
      return <Trans>People in the room</Trans>
    case 'keepDays':
      return <Trans>How long recordings are kept</Trans>
    case 'aideOpens':
      return <Trans>An aide’s console may open the microphone</Trans>
    case 'side':
      return <Trans>Name of a side</Trans>
    case 'item':
      if (!change.before) return <Trans>New item</Trans>
      return change.after ? <Trans>Item</Trans> : <Trans>Item taken out</Trans>
  }
}

function Text({
  change,
  side,
  zones,
}: {
  change: PlanChange
  side: 'before' | 'after'
  zones: readonly string[]
}): ReactNode {
  const { i18n } = useLingui()
  const nothing = <Trans>nothing</Trans>
  switch (change.of) {
    case 'title':
    case 'ifLineDrops':
    case 'peopleInRoom':
      return change[side] ? <bdi>{change[side]}</bdi> : nothing
    case 'start':
      return (
        <Moment at={change[side].start} zones={[...new Set([change[side].timeZone, ...zones])]} />
      )
    case 'languages':
      return change[side].length === 0 ? (
        nothing
      ) : (
        <bdi>{languageNames(change[side], i18n.locale)}</bdi>
      )
    case 'recording':
      return change[side] === 'never' ? <Trans>Never</Trans> : <Trans>Open parts only</Trans>
    case 'keepDays': {
      const days = change[side]
      if (days === undefined) return nothing
      return <Plural value={days} one="# day" other="# days" />
    }
    case 'aideOpens':
      return change[side] ? (
        <Trans>At once</Trans>
      ) : (
        <Trans>Only after a confirmation in the room</Trans>
      )
    case 'side': {
      const named = change[side]
      if (!named) return nothing
      const { name, flag } = named
      return flag === undefined ? (
        <bdi>{name}</bdi>
      ) : (
        <Trans>
          {name}, flag {flag}
        </Trans>
      )
    }
    case 'item': {
      const item = change[side]
      if (!item) return nothing
      const { part, title, minutes } = item
      return item.open ? (
        <Trans>
          {part}. {title}, <Plural value={minutes} one="# minute" other="# minutes" />, open
        </Trans>
      ) : (
        <Trans>
          {part}. {title}, <Plural value={minutes} one="# minute" other="# minutes" />, closed
        </Trans>
      )
    }
  }
}
