/** The long forms of slow tests run when the environment says FULL=1. */
export const full = process.env.FULL === "1";
