import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";

/** The methods of Google's services that the add-on's code names, "Ui.showSidebar" or "Sheets.batchUpdate", whatever variables they go through. */
export function serviceCalls(entries: readonly string[]): string[] {
  const { config } = ts.readConfigFile("src/tsconfig.json", (path) => readFileSync(path, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve("src"));
  const program = ts.createProgram({
    rootNames: [...entries],
    options: { ...options, noEmit: true, composite: false, incremental: false },
  });
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const note = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) {
      const call = methodOf(declaration);
      if (call !== undefined) found.add(call);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) note(checker.getTypeAtLocation(node.parent).getProperty(name.text));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) visit(file);
  return [...found].sort();
}

/** A method of Google's, by its class; of an advanced service by the service. */
function methodOf(declaration: ts.Declaration): string | undefined {
  const { fileName } = declaration.getSourceFile();
  if (!fileName.includes("/@types/google-apps-script/") || !ts.isMethodSignature(declaration)) return undefined;
  const service = /\/apis\/([a-z]+)_v\d+\.d\.ts$/.exec(fileName)?.[1];
  const owner = ts.isInterfaceDeclaration(declaration.parent) ? declaration.parent.name.text : "";
  return `${service === undefined ? owner : (ADVANCED[service] ?? service)}.${declaration.name.getText()}`;
}

/** As the manifest calls them. */
const ADVANCED: Readonly<Record<string, string>> = { sheets: "Sheets", bigquery: "BigQuery" };
