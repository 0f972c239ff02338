import { claim } from "../kept/claim.ts";
import { privateFolder } from "../kept/private-file.ts";

/** Two processes on the same files would each overwrite what the other wrote. Throws a sentence while another one lives. */
export function claimFolder(folder: string): () => void {
  privateFolder(folder);
  return claim(folder);
}
