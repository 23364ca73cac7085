const VALUE = /\{\{-?\s*brand\.(\w+)\s*-?\}\}/g;

type Values = Readonly<Record<string, string>>;

/** Attributes with the shop's own look where they name it (`{{ brand.primary }}`). */
export const inBrand = (values: Values, brand: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value.replace(VALUE, (whole, key: string) => brand[key] ?? whole),
    ]),
  );
