// What an insurance pays by tiers of what was spent: 5万元以内部分报销60%,10万元以上报75%.

const PAYS = '(?:部分)?(?:按|可)?(?:报销|报|赔付)';
/** All that stands before a share that is paid: 超过部分|报, 以内部分|报销. */
export const PAID_SHARE = new RegExp(`^(?:以[内上下])?的?(?:超过)?${PAYS}$`, 'u');
/** What parts the amount of a tier from its share. */
export const TIER_TO_SHARE = new RegExp(`^(?:以[内上下])?的?${PAYS}$`, 'u');
/** Behind an amount that is a tier. */
export const TIER_BEHIND = new RegExp(`^(?:以[内上下])?的?${PAYS}\\d`, 'u');
/** What names a parameter of a scheme, and not the scheme. */
const PARAMETER =
  /(?:[\d.]+[万亿]?(?:至[\d.]+万?)?元(?:以[内上下])?部分)?(?:报销比例|(?:报销|补偿)?(?:起付线|起付标准|封顶线|年度限额|限额|费用段))$/u;

/** The scheme whose parameter a label names: 大病保险 of 大病保险起付线. */
export const schemeOf = (label: string): string => label.replace(PARAMETER, '');
