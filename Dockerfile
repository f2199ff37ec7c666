# The bot and nothing else: no embedded Postgres (DATABASE_URL names one), no
# simulator, no build step. It writes no file, so the image may run read-only.
FROM node:24-slim

ENV NODE_ENV=production TZ=UTC
WORKDIR /app

# The development dependency `node` is left out with the others: the image
# brings Node 24 itself. No dependency that is left needs an install script.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
	&& npm cache clean --force

COPY migrations ./migrations
COPY locales ./locales
COPY src ./src

USER node
EXPOSE 3000
# In this form Node itself gets the SIGTERM, and stops in order.
CMD ["node", "src/main.ts"]
