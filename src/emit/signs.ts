// How a number that is not exact is marked where people read it.
import type { Relation } from '../model/record.js';

export const SIGNS: Readonly<Record<Relation, string>> = { eq: '', approx: '≈', gt: '>', gte: '≥', lt: '<', lte: '≤' };
