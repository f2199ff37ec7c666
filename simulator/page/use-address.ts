import { useEffect, useState } from "preact/hooks";
import { type Address, formatAddress, parseAddress } from "./address.ts";

/** The address bar as state: back and forward work, and links can be shared. */
export function useAddress() {
	const [address, setAddress] = useState(() => parseAddress(location.search));
	useEffect(() => {
		const onPop = () => setAddress(parseAddress(location.search));
		addEventListener("popstate", onPop);
		return () => removeEventListener("popstate", onPop);
	}, []);
	/** The same place under its full address, which can be shared. */
	const settle = (next: Address) =>
		history.replaceState(null, "", formatAddress(next));
	const go = (next: Address) => {
		history.pushState(null, "", formatAddress(next));
		setAddress(next);
	};
	return { address, go, settle };
}
