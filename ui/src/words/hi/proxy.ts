// Signing in to the network's proxy. Part of the catalogue in hi.ts.
import { foreign } from "../foreign";

export const proxy = {
  open: "प्रॉक्सी में साइन-इन करें…",
  title: "प्रॉक्सी में साइन-इन करें",
  what: ({ proxy: name }: { proxy: string }) =>
    `आपके नेटवर्क का प्रॉक्सी “${foreign(name)}” नाम और पासवर्ड के बिना कुछ नहीं जाने देता। वे आपके नेटवर्क के हैं, LeadSquared के नहीं।`,
  name: "नाम",
  password: "पासवर्ड",
  missing: "नाम लिखें।",
  where: "वे इस कंप्यूटर के अपने कीचेन में और केवल इसी प्रॉक्सी को जाते हैं। प्रॉक्सी उन्हें ज्यों का त्यों देखता है: उससे कनेक्शन ज़्यादातर सुरक्षित नहीं होता।",
  session: "इस कंप्यूटर के कीचेन ने उन्हें नहीं लिया। ऐप बंद करने तक वे इस्तेमाल होते हैं।",
  signIn: "साइन-इन करें",
};
