import {
  ownLeaf,
  whyHeldBack,
  type Call,
  type Media,
  type Member,
  type MicrophoneBounds,
  type OpenMicrophone,
  type RosterEntry,
} from '@parley/call'

/** Brings the media to what a call has become: what may go out, whose tracks are taken, within which bounds. */
export function followMedia(media: Media, before: Call, call: Call): void {
  media.holdBack(whyHeldBack(call.joining, call.members)?.because)
  if (call.members !== before.members) {
    const you = ownLeaf(call)
    // Nothing of a leaf that is held is played, and it is given nothing.
    const others = [...call.members.values()].filter(({ leaf }) => leaf !== you)
    media.setRoster(others.filter(({ heldFor }) => heldFor === undefined).map(entryOf))
    for (const member of others) setBounds(media, member, before)
  }
  if (call.publishing !== before.publishing || call.joining !== before.joining) publish(media, call)
}

function entryOf({ leaf, identity, heard }: Member): RosterEntry {
  return { leaf, identity, tracks: heard?.tracks ?? [] }
}

function setBounds(media: Media, member: Member, before: Call): void {
  const { leaf, microphone } = member
  if (before.members.get(leaf)?.microphone === microphone) return
  if ('track' in microphone) {
    media.setBounds(leaf, microphone.track, { ...opened(microphone), after: undefined })
    return
  }
  const known = before.members.get(leaf)?.microphone
  if (!known || !('track' in known)) return
  const bounds =
    microphone.closedAfter === undefined
      ? undefined
      : { ...opened(known), after: microphone.closedAfter }
  media.setBounds(leaf, known.track, bounds)
}

function opened({ from, attested }: OpenMicrophone): Pick<MicrophoneBounds, 'from' | 'isAttested'> {
  return { from, ...(attested && { isAttested: attested }) }
}

/**
 * Nothing is left to be negotiated at the press: the green room's devices have their senders already.
 * While one joins anew all stays as it is, for a shared screen could not be taken again.
 */
function publish(media: Media, { publishing, joining }: Call): void {
  const { ready, wantsCamera, wantsScreen, inputDevice } = publishing
  if (joining.phase === 'green-room') {
    media.publish({ ...ready, screen: false, isAhead: true })
    return
  }
  const isOver = joining.phase === 'ended'
  media.publish({
    microphone: isOver ? undefined : inputDevice,
    camera: isOver || !wantsCamera ? undefined : publishing.camera,
    screen: !isOver && wantsScreen,
    isAhead: false,
  })
}
