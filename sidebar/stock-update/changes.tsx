import { isEmptied, type PreviewChange } from "../../src/desk/shop-stock/rules/update-preview.ts";
import { PagedTable } from "../paged-table.tsx";

const headers = [{ text: "商品コード" }, { text: "商品" }, { text: "楽天の在庫", short: true }];

/** The SKUs whose stock would change, those that go to zero first. */
export const Changes = ({ changes }: { readonly changes: readonly PreviewChange[] }) => (
  <PagedTable
    headers={headers}
    rows={changes}
    keyOf={({ productCode, sku }) => `${productCode} ${sku}`}
    cells={(change) => (
      <>
        <td>{change.productCode}</td>
        <td>
          {change.name}
          <small>{change.sku}</small>
        </td>
        <td class={isEmptied(change) ? "short bad" : "short"}>
          {`${change.from} → ${change.to}`}
          {isEmptied(change) ? <small>在庫がなくなります</small> : null}
        </td>
      </>
    )}
  />
);
