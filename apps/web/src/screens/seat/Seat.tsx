import { Suspense, useEffect, type ReactNode } from 'react'
import type { SeatAtHand } from '../../model/seat/seatModel.ts'
import { pageIsIdle } from '../../model/seat/preparedCall.ts'
import { useSignal } from '../../useSignal.ts'
import { GreenRoomScreen } from '../green-room/GreenRoomScreen.tsx'
import { onDemand } from '../onDemand.tsx'
import { Failed } from '../start/Failed.tsx'
import { Opening } from '../start/Opening.tsx'
import '../../style/call.css'
import '../../style/green-room.css'
import { useDarkRoom } from './useDarkRoom.ts'

const callScreen = onDemand('call', async () => (await import('../call/CallScreen.tsx')).CallScreen)
const endedScreen = onDemand(
  'seat',
  async () => (await import('../ended/EndedScreen.tsx')).EndedScreen,
)

/** A device with its seat, from the green room to the end. */
export function Seat({ model }: { model: SeatAtHand }): ReactNode {
  useDarkRoom()
  return (
    <Suspense fallback={<Opening />}>
      <Shown model={model} />
    </Suspense>
  )
}

function Shown({ model }: { model: SeatAtHand }): ReactNode {
  const screen = useSignal(model.screen)
  const isWaiting = screen.is === 'green-room'
  useEffect(() => {
    if (isWaiting) void pageIsIdle().then(callScreen.load)
  }, [isWaiting])
  switch (screen.is) {
    case 'opening':
      return <Opening />
    case 'failed':
      return <Failed code={screen.code} />
    case 'green-room':
      return (
        <GreenRoomScreen
          view={screen.room.view}
          level={screen.room.level}
          checks={screen.room.checks}
          send={screen.room.send}
        />
      )
    case 'call':
      return <callScreen.Screen view={screen.live.model.view} send={screen.live.model.send} />
    case 'ended':
      return <endedScreen.Screen view={screen.view} send={() => void model.open()} />
  }
}
