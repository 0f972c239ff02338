import { ask, permit } from "../call.ts";
import { getter, type Scope } from "../scope.ts";
import { service } from "../service.ts";

type Properties = GoogleAppsScript.Properties.Properties;

function properties(scope: Scope): Properties {
  permit(getter("PropertiesService", scope, "Properties"));
  const store: Properties = service<Properties>("Properties", {
    getProperty: (key) => ask("Properties.getProperty", scope, key),
    getProperties: () => ask("Properties.getProperties", scope),
    getKeys: () => ask("Properties.getKeys", scope),
    setProperty(key, value) {
      ask("Properties.setProperty", scope, key, String(value));
      return store;
    },
    setProperties(entries: Record<string, unknown>, deleteAllOthers = false) {
      const strings = Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, String(value)]));
      ask("Properties.setProperties", scope, strings, deleteAllOthers);
      return store;
    },
    deleteProperty(key) {
      ask("Properties.deleteProperty", scope, key);
      return store;
    },
    deleteAllProperties() {
      ask("Properties.deleteAllProperties", scope);
      return store;
    },
  });
  return store;
}

export const PropertiesService = service<GoogleAppsScript.Properties.PropertiesService>("PropertiesService", {
  getUserProperties: () => properties("user"),
  getScriptProperties: () => properties("script"),
  getDocumentProperties: () => properties("document"),
});
