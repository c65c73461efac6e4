// Decimals as reports write them: digits and a power of ten. They are exact, and cheap where a number is only told on, as most are.
import Big from 'big.js';

export class Decimal {
  /** `digits` may have a sign and a point; they are multiplied by ten to the power of `power`. */
  constructor(
    readonly digits: string,
    readonly power: number = 0,
  ) {}

  /** Multiplied by ten to the power of `power`: 59.89万 is 59.89 and 4. */
  scaled(power: number): Decimal {
    return power === 0 ? this : new Decimal(this.digits, this.power + power);
  }

  /** The negative of a decimal without a sign. */
  negative(): Decimal {
    return new Decimal(`-${this.digits}`, this.power);
  }

  plus(other: Decimal): Decimal {
    return new Decimal(this.toBig().plus(other.toBig()).toFixed());
  }

  isAbove(other: Decimal): boolean {
    return this.toBig().gt(other.toBig());
  }

  isZero(): boolean {
    return this.toNumber() === 0;
  }

  isWhole(): boolean {
    return Number.isInteger(this.toNumber());
  }

  /** The nearest number: rounded once, from the decimal. */
  toNumber(): number {
    return Number(this.power === 0 ? this.digits : `${this.digits}e${this.power}`);
  }

  toBig(): Big {
    return new Big(this.power === 0 ? this.digits : `${this.digits}e${this.power}`);
  }
}
