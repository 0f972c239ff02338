/** The build copies a font beside the page and gives its address. */
declare module "*.woff2" {
  const url: string;
  export default url;
}
