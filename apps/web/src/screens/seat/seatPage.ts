// What a seat's page begins with: one file to ask for, instead of a screen and its model.
export { sitAt } from '../../model/seat/seatModel.ts'
export { Seat } from './Seat.tsx'
