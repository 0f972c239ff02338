/** An item as items.get answers it. Unlike the order API, what is absent is left out and never null. */
export interface Item {
  readonly manageNumber: string;
  readonly itemNumber?: string;
  readonly itemType: "NORMAL" | "PRE_ORDER" | "BUYING_CLUB";
  readonly title: string;
  readonly tagline?: string;
  readonly productDescription?: { readonly pc?: string; readonly sp?: string };
  readonly salesDescription?: string;
  /** 医薬品説明文 and 医薬品注意事項 */
  readonly precautions?: { readonly description: string; readonly agreement?: string };
  readonly images?: readonly Image[];
  readonly whiteBgImage?: { readonly type: string; readonly location: string };
  readonly video?: { readonly type: "HTML"; readonly parameters: { readonly value: string } };
  readonly genreId: string;
  readonly tags?: readonly number[];
  readonly hideItem: boolean;
  readonly unlimitedInventoryFlag: boolean;
  readonly releaseDate?: string;
  readonly customizationOptions?: readonly {
    readonly displayName: string;
    readonly inputType: string;
    readonly required: boolean;
    readonly selections: readonly { readonly displayValue: string }[];
  }[];
  readonly purchasablePeriod?: { readonly start: string; readonly end: string };
  readonly subscription?: { readonly shippingDateFlag: boolean; readonly shippingIntervalFlag: boolean };
  readonly buyingClub?: {
    readonly numberOfDeliveries: number;
    readonly displayItems: boolean;
    readonly items: readonly string[];
    readonly shippingDateFlag: boolean;
    readonly shippingIntervalFlag: boolean;
  };
  readonly features: {
    readonly searchVisibility: "ALWAYS_VISIBLE" | "ALWAYS_HIDDEN";
    readonly displayNormalCartButton: boolean;
    readonly displaySubscriptionCartButton: boolean;
    readonly inventoryDisplay: "DISPLAY_ABSOLUTE_STOCK_COUNT" | "HIDDEN_STOCK" | "DISPLAY_LOW_STOCK";
    readonly lowStockThreshold?: number;
    readonly shopContact: boolean;
    readonly review: "SHOP_SETTING" | "VISIBLE" | "HIDDEN";
    readonly displayManufacturerContents: boolean;
    readonly socialGiftFlag: boolean;
  };
  readonly accessControl?: { readonly accessPassword: string };
  readonly payment: {
    readonly taxIncluded: boolean;
    readonly taxRate?: string;
    readonly cashOnDeliveryFeeIncluded: boolean;
  };
  readonly pointCampaign?: {
    readonly applicablePeriod: { readonly start: string; readonly end: string };
    readonly benefits: { readonly pointRate: number };
    readonly optimization?: { readonly maxPointRate: number };
  };
  readonly itemDisplaySequence: number;
  readonly layout: Readonly<
    Record<
      "itemLayoutId" | "navigationId" | "layoutSequenceId" | "smallDescriptionId" | "largeDescriptionId" | "showcaseId",
      number
    >
  >;
  readonly variantSelectors?: readonly {
    readonly key: string;
    readonly displayName: string;
    readonly values: readonly { readonly displayValue: string }[];
  }[];
  readonly variants: Readonly<Record<string, Variant>>;
  readonly created: string;
  readonly updated: string;
}

export interface Image {
  readonly type: "CABINET" | "GOLD" | "ABSOLUTE";
  readonly location: string;
  readonly alt: string;
}

export interface Variant {
  readonly merchantDefinedSkuId?: string;
  readonly selectorValues?: Readonly<Record<string, string>>;
  readonly images?: readonly Image[];
  readonly restockOnCancel: boolean;
  readonly backOrderFlag: boolean;
  readonly normalDeliveryDateId?: number;
  readonly backOrderDeliveryDateId?: number;
  readonly orderQuantityLimit?: number;
  readonly referencePrice?: { readonly displayType: string; readonly type: number; readonly value: string };
  readonly features: { readonly restockNotification: boolean; readonly noshi: boolean };
  readonly hidden: boolean;
  /** A string of digits */
  readonly standardPrice?: string;
  readonly subscriptionPrice?: {
    readonly basePrice: string;
    readonly individualPrices: { readonly firstPrice: string };
  };
  readonly articleNumber: { readonly value: string } | { readonly exemptionReason: number };
  /** The codes of what a set is made of; its own article number is exempt as セット (1). */
  readonly articleNumberForSet?: readonly string[];
  readonly shipping: {
    readonly fee?: string;
    readonly postageIncluded: boolean;
    readonly shopAreaSoryoPatternId?: number;
    readonly shippingMethodGroup?: string;
    readonly postageSegment?: { readonly local: number; readonly overseas: number };
    readonly overseasDeliveryId?: number;
    readonly singleItemShipping: number;
    readonly okihaiSetting: boolean;
  };
  readonly specs?: readonly { readonly label: string; readonly value: string }[];
  readonly attributes?: readonly {
    readonly name: string;
    readonly values: readonly string[];
    readonly unit?: string;
  }[];
}

/** What items.search knows of an item beside the item itself. */
export interface CatalogueEntry {
  readonly item: Item;
  readonly itemId: number;
  readonly categoryIds: readonly string[];
  readonly review: { readonly count: number; readonly averageRating: number };
  /** Gone from items.get, still in the search index under its manageNumber for up to 24 h. */
  readonly deletedAt?: number;
}

export interface Stock {
  readonly manageNumber: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly operationLeadTime?: { readonly normalDeliveryTimeId?: number; readonly backOrderDeliveryTimeId?: number };
  readonly shipFromIds?: readonly number[];
  /** Instants */
  readonly created: number;
  readonly updated: number;
}

export const SINGLE_SKU = "normal-inventory";
