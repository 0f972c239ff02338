/** An order from before the shop's move to SKUs has an empty list: the item itself is then the SKU. */
export const skusOf = <Sku>(list: readonly Sku[] | null | undefined): readonly (Sku | undefined)[] =>
  list?.length ? list : [undefined];
