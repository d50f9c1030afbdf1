// Signing in to the network's proxy. Part of the catalogue in en.ts.
import { foreign } from "./foreign";

export const proxy = {
  open: "Sign in to the proxy…",
  title: "Sign in to the proxy",
  what: ({ proxy: name }: { proxy: string }) =>
    `Your network's proxy “${foreign(name)}” lets nothing through without a name and a password. They are those of your network, not of LeadSquared.`,
  name: "Name",
  password: "Password",
  missing: "Enter the name.",
  where: "They go into this computer's own keychain and to this proxy only. A proxy sees them as they are: the connection to it is mostly not secured.",
  session: "This computer's keychain did not take them. They are used until you close the app.",
  signIn: "Sign in",
};
