import { createRmsSandbox, type RmsSandbox, SANDBOX_KEYS } from "../workbench/rms/sandbox.ts";

/** Prints how much processor time the sandbox takes to start and to search a large shop. Run: node scripts/run.mjs bench/rms-sandbox.ts */

const NOW = new Date("2026-11-24T12:00:00+09:00");
const keys = Buffer.from(`${SANDBOX_KEYS.serviceSecret}:${SANDBOX_KEYS.licenseKey}`).toString("base64");
const headers = { authorization: `ESA ${keys}`, "content-type": "application/json; charset=utf-8" };

/** Processor time, so that what else runs on the machine does not count; the call itself is synchronous. */
const milliseconds = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

const open = (orders: number): RmsSandbox =>
  createRmsSandbox({ orders, skus: 1000, days: 60, now: () => NOW, rateLimits: false });

function call(sandbox: RmsSandbox, name: string, body: object): string {
  const response = sandbox.handle({
    method: "POST",
    path: `/es/2.0/order/${name}/`,
    headers,
    body: JSON.stringify(body),
  });
  if (response.status !== 200) throw new Error(`${name} answered ${response.status}: ${response.body}`);
  return response.body;
}

const search = (more: object) => ({
  dateType: 1,
  startDatetime: "2026-09-23T00:00:00+0900",
  endDatetime: "2026-11-24T23:59:59+0900",
  PaginationRequestModel: {
    requestRecordsAmount: 1000,
    requestPage: 1,
    SortModelList: [{ sortColumn: 1, sortDirection: 1 }],
  },
  ...more,
});

const SEARCHES: Readonly<Record<string, object>> = {
  "by progress": search({ orderProgressList: [300] }),
  "by 発送日": search({ dateType: 4 }),
  "by payment, delivery and flags": search({ settlementMethod: 1, deliveryName: "宅配便", shippingDateBlankFlag: 1 }),
  "by 送付先氏名": search({ searchKeywordType: 6, searchKeyword: "見本太郎" }),
  "by 商品名": search({ searchKeywordType: 1, searchKeyword: "クッキー" }),
  "last page of 15": search({ PaginationRequestModel: { requestRecordsAmount: 1000, requestPage: 15 } }),
};

function main(): void {
  const starts = [1, 2, 3].map(() => milliseconds(() => open(10_000)));
  console.log(`start with 10,000 orders: ${Math.round(median(starts))} ms (median of 3; limit 2,000)`);

  const before = process.memoryUsage().heapUsed;
  const sandbox = open(100_000);
  const megabytes = Math.round((process.memoryUsage().heapUsed - before) / 1_048_576);
  console.log(`shop of 100,000 orders: ${megabytes} MB`);
  for (const [name, body] of Object.entries(SEARCHES)) {
    const runs = Array.from({ length: 9 }, () => milliseconds(() => call(sandbox, "searchOrder", body)));
    console.log(`searchOrder over 100,000 orders ${name}: ${median(runs).toFixed(1)} ms (median of 9; limit 50)`);
  }
  const numbers = sandbox.shop
    .orders()
    .slice(-100)
    .map(({ orderNumber }) => orderNumber);
  const gets = Array.from({ length: 9 }, () =>
    milliseconds(() => call(sandbox, "getOrder", { orderNumberList: numbers, version: 10 })),
  );
  console.log(`getOrder of 100 orders: ${median(gets).toFixed(1)} ms (median of 9)`);
}

main();
