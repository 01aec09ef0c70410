import { useLingui } from '@lingui/react/macro'
import { Activity, Suspense, useEffect, useState, type ReactNode } from 'react'
import type { SeatAtHand, SeatScreen, Sitting } from '../../model/seat/seatModel.ts'
import { pageIsIdle } from '../../model/seat/preparedCall.ts'
import { useSignal } from '../../useSignal.ts'
import { GreenRoomScreen } from '../green-room/GreenRoomScreen.tsx'
import { onDemand } from '../onDemand.tsx'
import { Failed } from '../start/FailedOnDemand.tsx'
import { Opening } from '../start/Opening.tsx'
import '../../style/seat.css'
import '../../style/green-room.css'
import '../../style/green-rotated.css'
import { useDarkRoom } from './useDarkRoom.ts'

const callScreen = onDemand('call', async () => (await import('../call/CallScreen.tsx')).CallScreen)
const endedScreen = onDemand(
  'ended',
  async () => (await import('../ended/EndedScreen.tsx')).EndedScreen,
)
const readout = onDemand(
  'readout',
  async () => (await import('../release/readout/SeatReadoutScreen.tsx')).SeatReadoutScreen,
)

const aide = onDemand('aide', async () => (await import('../aide/Aide.tsx')).Aide)

/** A device with its seat, from the green room to the end; or the console of its aide. */
export function Seat({ model }: { model: Sitting }): ReactNode {
  useDarkRoom()
  return (
    <Suspense fallback={<Opening />}>
      {'live' in model ? <Shown model={model} /> : <aide.Screen model={model} />}
    </Suspense>
  )
}

function Shown({ model }: { model: SeatAtHand }): ReactNode {
  const screen = useSignal(model.screen)
  return (
    <>
      <Call model={model} screen={screen} />
      <BesideCall model={model} screen={screen} />
    </>
  )
}

/** The call's screen, drawn out of sight while one waits: the click only shows it. */
function Call({ model, screen }: { model: SeatAtHand; screen: SeatScreen }): ReactNode {
  const live = useSignal(model.live)
  const [isLoaded, setLoaded] = useState(false)
  const isWaiting = screen.is === 'green-room'
  useEffect(() => {
    if (!isWaiting) return
    const load = async () => {
      await pageIsIdle()
      await callScreen.load()
      setLoaded(true)
    }
    void load()
  }, [isWaiting])
  const isShown = screen.is === 'call'
  const language = useLanguageAhead(isShown)
  if (!live || !(isLoaded || isShown)) return undefined
  return (
    <Activity mode={isShown ? 'visible' : 'hidden'}>
      <callScreen.Screen key={language} {...live.model} another={live.another} booth={live.booth} />
    </Activity>
  )
}

/** The language that it is drawn in out of sight. What is hidden keeps its words in another: in that it is drawn anew. */
function useLanguageAhead(isShown: boolean): string {
  const { i18n } = useLingui()
  const [drawnIn, setDrawnIn] = useState(i18n.locale)
  if (!isShown && drawnIn !== i18n.locale) setDrawnIn(i18n.locale)
  return drawnIn
}

function BesideCall({ model, screen }: { model: SeatAtHand; screen: SeatScreen }): ReactNode {
  switch (screen.is) {
    case 'opening':
      return <Opening />
    case 'failed':
      return <Failed code={screen.code} />
    case 'green-room':
    case 'call':
      if (!screen.room) return undefined
      return (
        <div hidden={screen.is === 'call'}>
          <GreenRoomScreen
            view={screen.room.view}
            level={screen.room.level}
            checks={screen.room.checks}
            onReadout={model.mayRead ? () => void model.read() : undefined}
            send={screen.room.send}
          />
        </div>
      )
    case 'ended':
      return (
        <endedScreen.Screen
          view={screen.view}
          onReadout={model.mayRead ? () => void model.read() : undefined}
          send={() => void model.open()}
        />
      )
    case 'readout':
      return <readout.Screen model={screen.model} onBack={() => void model.open()} />
  }
}
