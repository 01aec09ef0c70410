import { Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { telephoneLink } from '../model/telephoneLink.ts'
import '../style/telephone.css'

/**
 * Rings a number where there is something to ring with. It is always to be read as well: a desk with a
 * screen often has its telephone beside it.
 */
export function TelephoneLink({
  number,
  className,
  children,
}: {
  number: string
  className?: string
  /** What ringing it is for, before the number. */
  children?: ReactNode
}): ReactNode {
  return (
    <a className={className} href={telephoneLink(number)}>
      <Phone className="icon" aria-hidden />
      <span className="telephone">
        {children ? <span>{children}</span> : null}{' '}
        <bdi className="num" dir="ltr">
          {number}
        </bdi>
      </span>
    </a>
  )
}
