import { authTest } from "./auth.ts";
import {
	chatDelete,
	chatPostEphemeral,
	chatPostMessage,
	chatUpdate,
} from "./chat.ts";
import {
	conversationsInfo,
	conversationsJoin,
	conversationsList,
	conversationsMembers,
	conversationsOpen,
	usersConversations,
} from "./conversations.ts";
import {
	filesCompleteUploadExternal,
	filesGetUploadUrlExternal,
	filesInfo,
} from "./files.ts";
import { conversationsHistory } from "./history.ts";
import type { Method } from "./method.ts";
import { usersInfo, usersList, usersLookupByEmail } from "./users.ts";
import { blocksValidate } from "./validate.ts";
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from "./views.ts";

/** Every method a bot token may call; `apps.connections.open` is in serve. */
export const methods: Record<string, Method> = {
	"auth.test": authTest,
	"users.info": usersInfo,
	"users.list": usersList,
	"users.lookupByEmail": usersLookupByEmail,
	"users.conversations": usersConversations,
	"conversations.open": conversationsOpen,
	"conversations.list": conversationsList,
	"conversations.info": conversationsInfo,
	"conversations.members": conversationsMembers,
	"conversations.history": conversationsHistory,
	"conversations.join": conversationsJoin,
	"chat.postMessage": chatPostMessage,
	"chat.postEphemeral": chatPostEphemeral,
	"chat.update": chatUpdate,
	"chat.delete": chatDelete,
	"files.getUploadURLExternal": filesGetUploadUrlExternal,
	"files.completeUploadExternal": filesCompleteUploadExternal,
	"files.info": filesInfo,
	"views.open": viewsOpen,
	"views.push": viewsPush,
	"views.update": viewsUpdate,
	"views.publish": viewsPublish,
	"blocks.validate": blocksValidate,
};
