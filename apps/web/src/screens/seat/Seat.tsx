import { Trans } from '@lingui/react/macro'
import type { SeatRecord } from '@parley/client'
import type { ReactNode } from 'react'
import { Brand } from '../../components/Brand.tsx'
import type { ApplicationParts } from '../../model/application.ts'

/** A device with its seat, from the green room to the end. */
export function Seat({
  record,
  parts,
}: {
  record: SeatRecord
  parts: ApplicationParts
}): ReactNode {
  return (
    <main className="page" data-call={record.call} data-server={parts.server.origin}>
      <Brand />
      <h1>
        <Trans>This device has the seat</Trans>
      </h1>
    </main>
  )
}
