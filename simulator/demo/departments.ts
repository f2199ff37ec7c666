/** A department: titles by level, what its people know, moves they made. */
export type Department = {
	readonly name: string;
	/** For the levels 1 to 6. */
	readonly titles: readonly [string, string, string, string, string, string];
	/** Ids of the topics people here know about. */
	readonly topics: readonly string[];
	readonly moves: readonly string[];
};

/** What people anywhere can know about, the more senior the likelier. */
export const commonTopics = [
	"people-management",
	"feedback",
	"hiring",
	"difficult-conversations",
	"delegation",
	"coaching",
	"public-speaking",
	"writing",
	"stakeholders",
	"facilitation",
	"remote-work",
	"career-planning",
	"time-management",
];

/** Moves of those who lead others. */
export const leaderMoves = [
	"First team lead",
	"Team lead to manager of managers",
	"Peer to manager of my old team",
];

/** Moves anyone may have made. */
export const commonMoves = [
	"Back to work after parental leave",
	"New country, same company",
	"Office to fully remote",
	"Full time to four days a week",
];

const words = (text: string) => text.split(" ");

export const departments: readonly Department[] = [
	{
		name: "Engineering",
		titles: [
			"Junior software engineer",
			"Software engineer",
			"Senior software engineer",
			"Staff engineer",
			"Engineering manager",
			"VP Engineering",
		],
		topics: words(
			"kubernetes aws typescript python sql system-design code-review testing security incident-response accessibility",
		),
		moves: [
			"Support to engineering",
			"Engineer to engineering manager",
			"Manager back to engineer",
			"Frontend to backend",
		],
	},
	{
		name: "Data",
		titles: [
			"Junior data analyst",
			"Data analyst",
			"Senior data engineer",
			"Staff data scientist",
			"Data team lead",
			"Head of Data",
		],
		topics: words(
			"python sql aws kubernetes machine-learning data-storytelling experiments",
		),
		moves: [
			"Analyst to data engineer",
			"Research to industry",
			"Engineer to data team lead",
		],
	},
	{
		name: "Product",
		titles: [
			"Associate product manager",
			"Product manager",
			"Senior product manager",
			"Principal product manager",
			"Group product manager",
			"Head of Product",
		],
		topics: words(
			"product-management product-discovery roadmapping experiments user-research pricing",
		),
		moves: [
			"Engineer to product manager",
			"Support to product",
			"Consulting to product",
		],
	},
	{
		name: "Design",
		titles: [
			"Junior designer",
			"Product designer",
			"Senior product designer",
			"Principal designer",
			"Design manager",
			"Head of Design",
		],
		topics: words(
			"user-research ux-writing design-systems prototyping accessibility product-discovery",
		),
		moves: [
			"Print to product design",
			"Agency to in-house",
			"Designer to design manager",
		],
	},
	{
		name: "Customer Support",
		titles: [
			"Support associate",
			"Support specialist",
			"Senior support specialist",
			"Support engineer",
			"Support team lead",
			"Head of Support",
		],
		topics: words(
			"customer-success difficult-conversations writing incident-response sql",
		),
		moves: ["Retail to tech support", "Support specialist to team lead"],
	},
	{
		name: "Sales",
		titles: [
			"Sales development representative",
			"Account executive",
			"Senior account executive",
			"Key account manager",
			"Regional sales manager",
			"VP Sales",
		],
		topics: words(
			"sales-conversations negotiation pricing customer-success public-speaking",
		),
		moves: ["Teacher to sales", "Sales to customer success"],
	},
	{
		name: "Marketing",
		titles: [
			"Marketing assistant",
			"Content marketer",
			"Senior content marketer",
			"Product marketing lead",
			"Marketing manager",
			"Head of Marketing",
		],
		topics: words(
			"marketing-strategy writing ux-writing data-storytelling public-speaking experiments",
		),
		moves: ["Journalism to content marketing", "Marketing to product"],
	},
	{
		name: "People",
		titles: [
			"People coordinator",
			"Recruiter",
			"Senior recruiter",
			"People partner",
			"Learning and development manager",
			"Chief People Officer",
		],
		topics: words(
			"hiring coaching difficult-conversations feedback facilitation career-planning",
		),
		moves: ["Teaching to learning and development", "Recruiter to partner"],
	},
	{
		name: "Finance",
		titles: [
			"Finance assistant",
			"Accountant",
			"Senior accountant",
			"Finance business partner",
			"Controller",
			"Chief Financial Officer",
		],
		topics: words("finance-basics pricing negotiation data-storytelling sql"),
		moves: ["Audit to in-house finance", "Finance to operations"],
	},
	{
		name: "Operations",
		titles: [
			"Operations associate",
			"Operations analyst",
			"Senior operations analyst",
			"Programme manager",
			"Operations manager",
			"Chief Operating Officer",
		],
		topics: words(
			"roadmapping stakeholders facilitation finance-basics remote-work time-management",
		),
		moves: ["Warehouse to operations office", "Analyst to programme manager"],
	},
];
