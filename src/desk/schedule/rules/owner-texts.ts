import { shortTime } from "../../../core/jst.ts";
import { AUTOMATION, captions, inMenu } from "../../../core/menu-texts.ts";
import { nameless } from "../../connection/rules/operator-texts.ts";

interface Owner {
  readonly who: string;
  readonly since: string;
  readonly minutes: number;
}

export const rhythm = (minutes: number): string => (minutes === 60 ? "1時間ごと" : `${minutes}分ごと`);

const whoSince = ({ who, since }: Owner): string => `${who} さんが ${shortTime(new Date(since))} から`;

export const started = (owner: Owner): string =>
  [
    `自動連携を始めました。これからは ${owner.who} さんのアカウントで${rhythm(owner.minutes)}に確認し、予定の時刻になった連携を実行します。スプレッドシートを閉じていても動きます。`,
    ...(owner.minutes === 60 ? [HOURLY] : []),
    `実行する間隔と時刻は、${inMenu(captions.showSettings)}で変更できます。`,
  ].join("\n\n");

export const HOURLY =
  "アドオンとして使う場合、Googleの決まりで確認は1時間に1回までです。10・15・30分ごとの連携も、1時間に1回になります。";

export const running = (owner: Owner): string =>
  `自動連携は、${whoSince(owner)}すでに動かしています（${rhythm(owner.minutes)}に確認）。動いていないときは、${inMenu(captions.repairSchedule)}を選んでください。`;

export const repaired = (owner: Owner): string =>
  `自動連携を作り直しました。${rhythm(owner.minutes)}の確認を再開します。止まっていた間の連携は、次の確認で1回ずつ実行します。`;

export const ownedBy = (owner: Owner): string =>
  `このスプレッドシートの自動連携は、${whoSince(owner)}動かしています。同時に動かせるのは1人だけです。代わりに動かすときは、${inMenu(captions.takeOverSchedule)}を選んでください。`;

export const TAKE_OVER = "引き継ぐ";
export const askTakeOver = (owner: Owner): string =>
  `自動連携は、${whoSince(owner)}動かしています。引き継ぐと、これからはあなたのアカウントとあなたの楽天のキーで動き、${owner.who} さんの自動連携は次の確認のときに止まります。\n\n引き継ぐときは「${TAKE_OVER}」と入力してください。`;

export const STOP = "停止";
export const askStop = (owner: Owner): string =>
  `自動連携は、${whoSince(owner)}動かしています。止めると、メニューから実行するまで楽天との連携は行われません。\n\n止めるときは「${STOP}」と入力してください。`;

export const STOPPED = `自動連携を止めました。もう一度始めるときは、${inMenu(captions.startSchedule)}を選んでください。`;

export const NOT_RUNNING = `自動連携は動いていません。始めるときは、${inMenu(captions.startSchedule)}を選んでください。`;

export const COPIED = `このスプレッドシートは、コピーして作られたようです。自動連携（Googleのトリガー）と楽天のキーは、コピーには引き継がれません。使うときは、${inMenu(captions.showSettings)}でキーを登録し、${inMenu(captions.setUp)}を実行してから、自動連携を始めてください。`;

export const NAMELESS = nameless("自動連携を始められません");

export const notAllowed = (message: string): string =>
  `Googleが自動連携（トリガー）の作成を認めませんでした。\n\n${WHY_TRIGGERS}\n\nトリガーが多すぎるときは、Apps Scriptの「トリガー」の画面で不要なものを削除してください。\n\nGoogleの説明: ${message}`;

/** Where the right is asked for: Google's own words for it are wide. */
export const WHY_TRIGGERS =
  "自動連携には「ユーザー不在時に実行する」許可（script.scriptapp）が必要です。この許可は、このスプレッドシートの連携を決まった時刻に実行するためだけに使います。許可の画面が出たら、すべての項目を許可してください。";

/** What ダッシュボード says from when on nobody looked any more. */
export const STALLED = `自動連携が止まっています。考えられる原因は、担当者のGoogleアカウントの停止、アクセスの許可の取り消し、Googleの1日の実行時間の使い切り（翌日に再開します）です。担当者が${inMenu(captions.repairSchedule)}を、担当者が不在のときは別の方が${inMenu(captions.takeOverSchedule)}を選んでください。コピーしたスプレッドシートには、自動連携も楽天のキーもありません。`;

export const UNATTENDED = `${NOT_RUNNING}コピーしたスプレッドシートには、自動連携も楽天のキーも引き継がれません。`;

/** What the line of a job says from when on it should have run. */
export const LATE = `予定の時刻を過ぎても実行されていません。「${AUTOMATION}」の行を確認してください。`;

export const UNAUTHORISED = `担当者のアクセスの許可が足りないため、自動連携を実行できません。担当者がこのスプレッドシートのメニューのどれかを選び、Googleの画面ですべての項目を許可してください。`;

export const attended = (owner: Owner): string =>
  `${whoSince(owner)}動かしています（${rhythm(owner.minutes)}に確認）。`;
