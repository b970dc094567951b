import { type CompanyWords, distinct, foundedStems, pairedStems } from '../company-names.ts';
import { KNOWN_BRANDS } from '../known-brands.ts';
import type { PeopleWords } from '../person-names.ts';
import { latinWords } from '../word.ts';

export const PEOPLE: PeopleWords = {
  custom: 'two-last-names',
  feminine: latinWords(`
    María Carmen Ana Laura Marta Cristina Lucía Paula Isabel Sara Elena Raquel Silvia Patricia Andrea Beatriz Rocío Pilar Mercedes Rosa
    Teresa Julia Nuria Alba Irene Sandra Eva Mónica Natalia Sofía Carolina Verónica Gabriela Daniela Valentina Camila Ángela Inés Susana
    Yolanda Alicia Claudia Lorena Miriam Noelia Esther Rosario Montserrat Marina Lidia Amparo Begoña Gloria Nieves Olga Fátima Leire Ainhoa
    Itziar Mireia Berta Blanca Adriana Ximena Fernanda Guadalupe Paola Renata Constanza Catalina Jimena Celia Amaia Consuelo Dolores Emilia
    Estefanía Graciela Josefina Leticia Macarena Matilde Noa Regina Soledad Vanesa Virginia Zaida`),
  masculine: latinWords(`
    Antonio Carlos Javier José Manuel David Juan Francisco Daniel Alejandro Miguel Rafael Pedro Pablo Sergio Luis Fernando Jorge Alberto
    Álvaro Diego Adrián Raúl Iván Rubén Enrique Óscar Ramón Vicente Andrés Joaquín Santiago Eduardo Víctor Roberto Mario Jaime Ignacio
    Marcos Ricardo Salvador Hugo Gabriel Guillermo Emilio Julio Julián Tomás Agustín Martín Nicolás Gonzalo Samuel Felipe Mateo Lucas
    Sebastián Rodrigo Arturo Ernesto Esteban Gerardo Gustavo Héctor Ismael Lorenzo Mauricio Mauro Nacho Nicanor Octavio Íñigo Iker Jon Unai
    Jordi Xavier Pau Oriol Bruno César Cristian Damián Darío Efraín Fabián Germán Gregorio Leandro Leonel Maximiliano Patricio Ezequiel`),
  last: latinWords(`
    García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno Muñoz Álvarez Romero
    Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil Serrano Morales Molina Blanco Suárez Castro Ortega Delgado Ortiz
    Marín Rubio Núñez Medina Sanz Castillo Iglesias Cortés Garrido Santos Guerrero Lozano Cano Cruz Méndez Flores Prieto Herrera Peña León
    Márquez Cabrera Gallego Calvo Vidal Campos Reyes Vega Fuentes Carrasco Diez Aguilar Caballero Nieto Santana Vargas Pascual Giménez
    Herrero Hidalgo Montero Lorenzo Santiago Benítez Durán Ibáñez Arias Mora Ferrer Carmona Vicente Rojas Soto Crespo Román Pastor Velasco
    Parra Sáez Moya Bravo Rivera Gallardo Soler Esteban Silva Pardo Rivas Lara Merino Camacho Franco Espinosa Izquierdo Arroyo Rivero
    Redondo Luque Casado Rey Galán Segura Quintana Otero Montes Bernal Contreras Mendoza Aranda Salas Robles Trujillo Guillén Varela Palacios
    Zamora Ríos Aguirre Echeverría Zubiri Urrutia Mendizábal Etxeberria Pujol Ferreiro Castiñeira Figueroa Salazar Cárdenas Paredes Villalobos
    Barrios Bustamante Cáceres Escobar Ibarra Jaramillo Maldonado Ochoa Quiroga Sepúlveda Tapia Valdés Zapata Zúñiga`),
};

const FOUNDERS = latinWords(`
  Aldecoa Arregui Azcona Balaguer Barandiarán Bermejo Cifuentes Corcuera Dávalos Elizalde Escudero Fonseca Galarza Garmendia Hinojosa
  Iriarte Jáuregui Landaluce Larrazábal Lizarraga Llorente Manrique Menchaca Montalvo Noguera Olaizola Ordóñez Palomares Peralta Quesada
  Requena Sagasta Salcedo Samaniego Sarmiento Solórzano Tejada Tolosa Ugarte Valcárcel Villalba Yáñez Zabala Zorrilla Ansorena Belmonte`);

// An adjective agrees with its noun also inside a name: Rivaseca, but Montellano.
const FEMININE_FRONTS = latinWords(`
  Riva Fuente Peña Torre Sierra Vega Cala Laguna Nava Piedra Encina Isla Jara Cañada Cumbre Haya Loma Marisma Orilla Quinta Retama Roca
  Sabina Salina Senda Umbría Vera Zarza Huerta Ladera Ribera`);

const MASCULINE_FRONTS = latinWords(`
  Monte Valde Campo Castro Roble Olmo Prado Soto Cerro Burgo Arce Bosque Espino Faro Fresno Junco Lindero Molino Naranjo Nogal Otero Páramo
  Pinar Puente Ramal Tejo Tomillo Vado Olivar Sauce Romero`);

const FEMININE_BACKS = latinWords(`
  seca clara serena alta bella blanca fría nueva roja dorada llana honda brava larga mansa nevada parda rasa vieja viva`);

const MASCULINE_BACKS = latinWords(`
  seco claro sereno alto bello blanco frío nuevo rojo dorado llano hondo bravo largo manso nevado pardo raso viejo vivo`);

const BACKS = latinWords(`alba verde mayor luna sol dulce firme norte sur mar flor miel plata noble nieve oro tierra fuerte gris grande`);

export const COMPANIES: CompanyWords = {
  stems: distinct([
    ...pairedStems(FEMININE_FRONTS, [...FEMININE_BACKS, ...BACKS], KNOWN_BRANDS),
    ...pairedStems(MASCULINE_FRONTS, [...MASCULINE_BACKS, ...BACKS], KNOWN_BRANDS),
    ...foundedStems(FOUNDERS, 'y'),
  ]),
  trades: {
    manufacturing: latinWords('Metalúrgica Envases Mecanizados Plásticos Componentes Calderería Moldes'),
    logistics: latinWords('Transportes Logística Almacenes Mensajería Paquetería Distribuciones'),
    retail: latinWords('Supermercados Ferreterías Comercial Muebles Bazares Jardinería'),
    health: latinWords('Clínicas Salud Laboratorios Residencias Dental Rehabilitación'),
    education: latinWords('Academias Colegios Formación Escuelas Aulas'),
    construction: latinWords('Construcciones Obras Reformas Instalaciones Cubiertas Electricidad'),
    professional_services: latinWords('Consultores Ingeniería Peritaciones Asesores Inspecciones Topografía'),
    hospitality: latinWords('Hoteles Catering Restaurantes Eventos Hostelería'),
    energy: latinWords('Energía Solar Eólica Gas Aguas Renovables'),
    media: latinWords('Medios Publicidad Ediciones Audiovisuales Imprenta'),
    finance: latinWords('Seguros Correduría Leasing Créditos Mutua'),
    public_sector: latinWords('Servicios_Urbanos Aguas_Municipales Transporte_Urbano Limpieza_Viaria Parques_y_Jardines'),
  },
  towns: latinWords(`
    Zaragoza Murcia Gijón Vigo Burgos Huelva Lleida Girona Jaén Cáceres Badajoz Almería Logroño Pamplona Vitoria Santander Albacete Cuenca
    Teruel Huesca Segovia Ávila Zamora Lugo Ourense Pontevedra Elche Cartagena Alicante Castellón Tarragona Reus Mérida Toledo Puebla
    Querétaro Guadalajara Monterrey Medellín Cali Arequipa Rosario Mendoza Valparaíso Bogotá Quito Montevideo Bilbao`),
  endings: ['es', 'es', 'com', 'com', 'com', 'eu'],
  compose: (draw, { stem, trade, town, shared }) => {
    const legal = draw.pick(['', '', '', ', S.L.', ', S.L.', ', S.A.', ', S.L.U.']);
    if (!shared) return draw.int(8) === 0 ? `Grupo ${stem} ${trade}` : `${trade} ${stem}${legal}`;
    return draw.pick([`${trade} ${stem} ${town}${legal}`, `${trade} ${stem} de ${town}`, `${stem} ${town}${legal}`]);
  },
};
