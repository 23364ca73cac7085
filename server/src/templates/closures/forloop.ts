import { Drop } from 'liquidjs';

/** `forloop` inside `{% for %}`: methods are its properties, as liquidjs reads them. Printed as JSON of its fields. */
export class Forloop extends Drop {
  i = 0;
  length: number;
  name: string;

  constructor(length: number, name: string) {
    super();
    this.length = length;
    this.name = name;
  }

  next(): void {
    this.i += 1;
  }
  index0(): number {
    return this.i;
  }
  index(): number {
    return this.i + 1;
  }
  first(): boolean {
    return this.i === 0;
  }
  last(): boolean {
    return this.i === this.length - 1;
  }
  rindex(): number {
    return this.length - this.i;
  }
  rindex0(): number {
    return this.length - this.i - 1;
  }
  override valueOf(): string {
    return JSON.stringify(this);
  }
}
