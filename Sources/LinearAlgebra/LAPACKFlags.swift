// LAPACK takes its options as characters; these are the ones we use.
let lapackLower = CChar(76)  // L
let lapackUpper = CChar(85)  // U
let lapackTranspose = CChar(84)  // T
let lapackNoTranspose = CChar(78)  // N
let lapackLeft = CChar(76)  // L
let lapackVectors = CChar(86)  // V
let lapackEconomy = CChar(83)  // S
