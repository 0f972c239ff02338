/**
 * Municipalities that lie on islands without a bridge alone: RMS marks most addresses there, but not those that the shop typed
 * into an order. Their parcels take longer than the rest of the prefecture's. (離島振興法, 小笠原, 奄美 and 沖縄, 2025.)
 */
const municipalities: Readonly<Record<string, string>> = {
  北海道: "奥尻町|利尻町|利尻富士町|礼文町",
  東京都: "大島町|利島村|新島村|神津島村|三宅村|御蔵島村|八丈町|青ヶ島村|小笠原村",
  新潟県: "佐渡市|粟島浦村",
  島根県: "海士町|西ノ島町|知夫村|隠岐の島町",
  広島県: "大崎上島町",
  愛媛県: "上島町",
  香川県: "直島町|土庄町|小豆島町",
  長崎県: "対馬市|壱岐市|五島市|小値賀町|新上五島町",
  大分県: "姫島村",
  鹿児島県:
    "西之表市|中種子町|南種子町|屋久島町|三島村|十島村|奄美市|大和村|宇検村|瀬戸内町|龍郷町|喜界町|徳之島町|天城町|伊仙町|和泊町|知名町|与論町",
  沖縄県:
    "石垣市|宮古島市|竹富町|与那国町|多良間村|久米島町|座間味村|渡嘉敷村|粟国村|渡名喜村|南大東村|北大東村|伊江村|伊平屋村|伊是名村",
};

/** What all spellings of an address have in common. */
export const placeText = (address: string): string => address.normalize("NFKC").replace(/\s/g, "").replace(/ヶ/g, "ケ");

/** With the 郡, 支庁 or island before its name, as addresses there are written. */
const patterns = new Map(
  Object.entries(municipalities).map(([prefecture, names]) => [
    prefecture,
    new RegExp(`^${prefecture}(?:[^市区町村]{1,6}[郡庁島])?(?:${names.replace(/ヶ/g, "ケ")})`),
  ]),
);

/** Whether a place in the spelling of `placeText` lies on an island as a whole. */
export const isInsular = (place: string): boolean => [...patterns.values()].some((pattern) => pattern.test(place));
