/** The topics of the demo programs. `want` and `offer` complete sentences. */
export type DemoTopic = {
	readonly id: string;
	readonly name: string;
	readonly synonyms: readonly string[];
	/** "I want to ..." */
	readonly want: string;
	/** "Ask me about ..." */
	readonly offer: string;
};

/** id | name | synonyms | want | offer */
const table = `
kubernetes | Kubernetes | k8s, containers | run our services on Kubernetes without waking anyone up | running clusters, and the outages that taught me most
aws | Cloud on AWS | aws, cloud | design something on AWS that does not surprise us on the bill | cloud architecture that stays simple and affordable
typescript | TypeScript | ts, javascript, js | read and write TypeScript with less guessing | types that help rather than get in the way
python | Python | py, scripting | automate the dull half of my week in Python | going from scripts to programs that others can run
sql | SQL and databases | sql, databases, postgres | answer my own data questions instead of asking for exports | queries, indexes and reading a plan without fear
system-design | System design | architecture, software architecture | take part in design discussions with an opinion of my own | breaking a big system into parts that can change alone
code-review | Code review | reviewing code, pull requests | give reviews that people look forward to | reviews that are quick, kind and useful
testing | Testing | quality, qa, tdd | know what to test and when to stop | tests that find problems before customers do
security | Security basics | appsec, infosec | spot the risky parts of a change early | threat modelling over a cup of coffee
incident-response | Incident response | on call, outages, sre | stay calm and useful in my first on-call week | leading incidents and writing honest reviews after them
machine-learning | Machine learning | ml, ai, data science | understand when a model is worth the trouble | getting models out of notebooks and into use
data-storytelling | Data storytelling | charts, dashboards, data visualisation | make charts that people understand at once | telling one clear story with numbers
experiments | Experiments | a/b testing, statistics | run an experiment and trust its result | designing experiments, and reading them honestly
accessibility | Accessibility | a11y, inclusive design | build things that everyone can use | accessible design that needs no second project
product-discovery | Product discovery | discovery, customer problems | find the real problem before we build the answer | talking to customers before anything is built
roadmapping | Roadmaps and priorities | roadmap, prioritisation, planning | say no with good reasons | roadmaps that survive their first month
product-management | Product management | product manager, pm | find out whether product management is for me | what a product manager does all day, and why
user-research | User research | interviews, usability | run interviews that teach us something new | interviews, and hearing what people do not say
ux-writing | UX writing | content design, microcopy | write words in our product that nobody notices | short, clear words for screens and mails
design-systems | Design systems | components, ui kit | bring order into our components | design systems that teams want to use
prototyping | Prototyping | mockups, figma | show an idea in a day instead of describing it for a week | cheap prototypes that answer one question
people-management | People management | management, leading a team, team lead, managing people | find out whether leading a team is for me | the first year of leading a team, mistakes included
feedback | Giving feedback | feedback, radical candor | give feedback that helps and is heard | clear and kind feedback, also upwards
hiring | Hiring | interviewing, recruiting | run fair interviews and decide with confidence | interviews that are fair and tell you something
difficult-conversations | Difficult conversations | conflict, conflict resolution | stop putting off the talks I dread | preparing for the conversation you would rather not have
delegation | Delegation | delegating, letting go | hand over work without hovering | letting go of work and keeping an eye on it
coaching | Coaching skills | coaching, mentoring others | ask better questions instead of giving answers | listening, and questions that move people on
public-speaking | Public speaking | presentations, presenting, talks | give my first talk to more than twenty people | talks, from first idea to shaking knees
writing | Clear writing | writing, documentation, technical writing | write documents that people read to the end | writing short, and editing without mercy
negotiation | Negotiation | negotiating, bargaining | negotiate without feeling pushy | preparing a negotiation so that both sides gain
stakeholders | Working with stakeholders | stakeholder management, influence, managing up | bring people along when I cannot tell them what to do | influence without a title
facilitation | Facilitation | workshops, running meetings | run workshops that end with a decision | meetings worth coming to
remote-work | Working across time zones | remote work, distributed teams | work well with people I rarely meet | teams spread over half of the globe
finance-basics | Finance for everyone | budget, budgets, accounting | understand the numbers behind our plans | budgets, margins and what they mean for your team
pricing | Pricing | packaging, monetisation | understand how we set our prices | prices that customers find fair
sales-conversations | Sales conversations | sales, selling, discovery calls | listen better in first calls | first calls in which the customer does the talking
customer-success | Customer success | support, account management, retention | turn unhappy customers into loyal ones | keeping customers, one honest answer at a time
marketing-strategy | Marketing strategy | marketing, positioning, brand | say in one sentence what we are for | positioning, and choosing what not to say
career-planning | Career planning | career, promotion, growth | find out what my next role could be | career choices, detours included
time-management | Focus and time | time management, productivity, prioritising | have time for the work that matters | calendars with room to think
`;

export const demoTopics: readonly DemoTopic[] = table
	.trim()
	.split("\n")
	.map((line) => {
		const [id = "", name = "", synonyms = "", want = "", offer = ""] =
			line.split(" | ");
		return { id, name, synonyms: synonyms.split(", "), want, offer };
	});
