import { Trans, useLingui } from '@lingui/react/macro'
import type { RequestKind } from '@parley/call'
import { LogOut, Settings2, Video, VideoOff } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { Booth } from '../../model/booth/booth.ts'
import type { BoothView } from '../../model/booth/boothView.ts'
import { nextRelay } from '../../model/booth/relays.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { useSignal } from '../../useSignal.ts'
import { Agenda } from '../call/AgendaOnDemand.tsx'
import { Notices } from '../call/Notices.tsx'
import { PrivatePart } from '../call/PrivatePart.tsx'
import { ASIDE_FIELD, Asides } from './Asides.tsx'
import { Incoming } from './Incoming.tsx'
import { KEYS, REQUEST_KEYS } from './keys.ts'
import { Outgoing } from './Outgoing.tsx'
import { PartnerPart } from './PartnerPart.tsx'
import { Requests } from './Requests.tsx'
import { useShortcuts } from './useShortcuts.ts'
import '../../style/booth.css'

/** An interpreter's console: what comes in, what goes out, and the partner, from start to end. */
export function BoothScreen({
  booth,
  call,
  send,
}: {
  booth: Booth
  call: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const view = useSignal(booth.view)
  useEars(booth, call)
  useShortcuts(shortcutsOf({ view, booth, send }))
  return (
    <main className="booth">
      <div className="booth__told">
        <Notices notices={call.notices} telephone={call.telephone} send={send}>
          <PrivatePart place="told" view={call} send={send} />
          <Agenda place="told" view={call} send={send} />
        </Notices>
      </div>
      <Incoming view={view} levels={booth.levels} send={booth.send} sendCall={send}>
        <Agenda place="booth" view={call} send={send} />
      </Incoming>
      <Outgoing view={view} booth={booth} />
      <section className="booth__beside" aria-label={t`Your booth`}>
        <PartnerPart view={view} send={booth.send} />
        <Requests view={view} send={booth.send} />
        <Asides view={view} send={booth.send} />
        <div className="booth__ways">
          <ToggleButton
            className="btn"
            isSelected={call.camera !== 'off'}
            onChange={() => send({ type: 'camera-pressed' })}
          >
            {call.camera === 'off' ? (
              <VideoOff className="icon" aria-hidden />
            ) : (
              <Video className="icon" aria-hidden />
            )}
            {call.camera === 'off' ? <Trans>Camera off</Trans> : <Trans>Camera on</Trans>}
          </ToggleButton>
          <Button
            className="btn"
            onPress={() => send({ type: 'dialog-opened', dialog: 'devices' })}
          >
            <Settings2 className="icon" aria-hidden />
            <Trans>Devices</Trans>
          </Button>
          <Button className="btn" onPress={() => send({ type: 'dialog-opened', dialog: 'leave' })}>
            <LogOut className="icon" aria-hidden />
            <Trans>Leave</Trans>
          </Button>
        </div>
      </section>
    </main>
  )
}

/** Through the limiter, for as long as the console is there. */
function useEars({ ears }: Booth, { sounds, speaker }: CallView): void {
  useEffect(() => ears.play(sounds, speaker), [ears, sounds, speaker])
  useEffect(() => () => ears.rest(), [ears])
}

function shortcutsOf({
  view,
  booth,
  send,
}: {
  view: BoothView
  booth: Booth
  send: (event: CallScreenEvent) => void
}): ReadonlyMap<string, { down: () => void; up?: () => void }> {
  const listen = (channel: BoothView['relays'][number]['channel']) =>
    send({ type: 'listening-chosen', channel })
  const relay = nextRelay(view.relays)
  const isHeard = view.air.is === 'on-air' || view.air.is === 'coughing'
  const languages = view.languages.map((into, place) => {
    const down = (): void => booth.send({ type: 'into-chosen', into })
    return [String(place + 1), { down }] as const
  })
  const requests = (Object.keys(REQUEST_KEYS) as readonly RequestKind[]).map((what) => {
    const down = (): void => booth.send({ type: 'asked', what })
    return [REQUEST_KEYS[what], { down }] as const
  })
  const cough = {
    down: () => booth.send({ type: 'cough-pressed' }),
    up: () => booth.send({ type: 'cough-released' }),
  }
  return new Map([
    ...languages,
    ...requests,
    [KEYS.air, { down: () => booth.send({ type: 'air-pressed' }) }],
    [KEYS.floor, { down: () => listen(undefined) }],
    [KEYS.relay, { down: () => relay && listen(relay.channel) }],
    [KEYS.handOver, { down: () => booth.send({ type: 'hand-over-pressed' }) }],
    [KEYS.aside, { down: () => document.getElementById(ASIDE_FIELD)?.focus() }],
    ...(isHeard ? [['Space', cough] as const] : []),
  ])
}
