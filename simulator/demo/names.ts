import type { Random } from "./random.ts";

export type Culture = {
	readonly given: readonly string[];
	readonly family: readonly string[];
	/** Spoken at home beside English, as ISO 639-1 codes. */
	readonly languages: readonly string[];
};

const words = (text: string) => text.split(" ");

export const cultures = {
	spanish: {
		given: words(
			"Lucía Javier Carmen Álvaro Inés Pablo Marta Diego Elena Sergio Rocío Iván Nuria Hugo",
		),
		family: words(
			"García Navarro Serrano Molina Castillo Ortega Vidal Campos Iglesias Prieto Rojas Vega",
		),
		languages: ["es"],
	},
	german: {
		given: words(
			"Jonas Anneke Felix Greta Moritz Katharina Lukas Birgit Tobias Franziska Henrik Ulrike",
		),
		family: words(
			"Bergmann Vogel Hartmann Seidel Krüger Lindner Brandt Scholz Winkler Pfeiffer",
		),
		languages: ["de"],
	},
	polish: {
		given: words(
			"Agnieszka Marek Zofia Piotr Kasia Wojciech Magda Paweł Ewa Łukasz Hanna Jakub",
		),
		family: words(
			"Zieliński Kowalczyk Wójcik Mazur Krawczyk Dudek Wieczorek Pawlak Górski Sikora",
		),
		languages: ["pl"],
	},
	british: {
		given: words(
			"Imogen Callum Harriet Rhys Eleanor Alasdair Poppy Gareth Niamh Duncan Beatrice Owen",
		),
		family: words(
			"Whitfield Ashworth Macleod Pritchard Hargreaves Doyle Fairbairn Bowen Langley Sutton",
		),
		languages: [],
	},
	american: {
		given: words(
			"Jasmine Tyler Monique Brandon Shanice Kevin Latoya Austin Caroline Darnell Megan Wesley",
		),
		family: words(
			"Washington Bennett Coleman Hayes Jefferson Sullivan Whitaker Brooks Delgado Mercer",
		),
		languages: [],
	},
	indian: {
		given: words(
			"Priya Arjun Kavya Rohan Ananya Vikram Meera Siddharth Lakshmi Aditya Nandini Farhan",
		),
		family: words(
			"Raman Iyer Deshpande Mukherjee Reddy Chopra Nair Qureshi Banerjee Kulkarni",
		),
		languages: ["hi"],
	},
	nepali: {
		given: words(
			"Sita Bibek Anjali Prakash Sunita Kiran Maya Suman Pratima Dipesh",
		),
		family: words(
			"Gurung Shrestha Tamang Adhikari Thapa Maharjan Rai Karki Bhandari Sherpa",
		),
		languages: ["ne"],
	},
	brazilian: {
		given: words(
			"Thiago Juliana Rafael Camila Bruno Larissa Caio Fernanda Vinícius Beatriz Otávio Luana",
		),
		family: words(
			"Almeida Nascimento Barbosa Teixeira Cardoso Moreira Pinheiro Azevedo Freitas Ramalho",
		),
		languages: ["pt"],
	},
	egyptian: {
		given: words(
			"Yasmin Karim Nour Tarek Salma Omar Dina Hossam Mariam Sherif Heba Amr",
		),
		family: words(
			"Mansour Fahmy Shaker Abdelrahman Zaki Hegazy Naguib Sabry Gaber Rashwan",
		),
		languages: ["ar"],
	},
	japanese: {
		given: words(
			"Haruka Kenji Yui Daichi Aiko Takumi Naomi Ryota Emi Shun Misaki Kazuki",
		),
		family: words(
			"Tanaka Kobayashi Mori Hayashi Okada Fujimoto Nishimura Ueda Matsui Ishikawa",
		),
		languages: ["ja"],
	},
	kenyan: {
		given: words(
			"Wanjiru Otieno Achieng Kipchoge Njeri Mwangi Atieno Kamau Wambui Baraka Zawadi Juma",
		),
		family: words(
			"Odhiambo Kariuki Mutua Kiprono Ndungu Wekesa Omondi Gathoni Cheruiyot Muthoni",
		),
		languages: ["sw"],
	},
	chinese: {
		given: words(
			"Meiling Junjie Xiaoyan Haoran Yuting Zhiwei Lihua Jiahao Wenjing Siyuan",
		),
		family: words("Chen Zhang Lin Huang Xu Zhao Zhou Gao Luo Shen"),
		languages: ["zh"],
	},
	nigerian: {
		given: words(
			"Chidinma Tunde Amara Emeka Folake Obinna Ngozi Babajide Yetunde Ikenna",
		),
		family: words(
			"Okafor Adeyemi Eze Balogun Nwosu Olawale Afolabi Uche Ogunleye Danjuma",
		),
		languages: [],
	},
	quebecois: {
		given: words(
			"Mathieu Élodie Maxime Geneviève Étienne Noémie Guillaume Océane Xavier Maude",
		),
		family: words(
			"Tremblay Gagnon Bouchard Pelletier Lavoie Fortin Bélanger Desjardins Morin Leclerc",
		),
		languages: ["fr"],
	},
	dutch: {
		given: words("Sanne Bram Femke Daan Lotte Joris Marieke Ruben Anouk Thijs"),
		family: words(
			"Vermeer Visser Dekker Hoekstra Postma Brouwer Kuiper Mulder Schouten Timmermans",
		),
		languages: ["nl"],
	},
	turkish: {
		given: words("Elif Emre Zeynep Burak Defne Kerem Selin Mert Aylin Ozan"),
		family: words(
			"Yılmaz Demir Şahin Aydın Koç Özdemir Kaplan Çelik Polat Erdoğdu",
		),
		languages: ["tr"],
	},
} as const satisfies Record<string, Culture>;
export type CultureName = keyof typeof cultures;

/** A name nobody in `taken` has yet; adds it to `taken`. */
export function newName(
	random: Random,
	culture: CultureName,
	taken: Set<string>,
): string {
	const { given, family } = cultures[culture];
	for (;;) {
		const name = `${random.pick(given)} ${random.pick(family)}`;
		if (taken.has(name)) continue;
		taken.add(name);
		return name;
	}
}
