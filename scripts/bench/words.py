"""The words that the synthetic sheets are made of. No two of a list are a typing slip apart: titles must not be alike."""

from typing import Final

TITLES: Final = {
    "practices": (
        ["Partager", "Organiser", "Financer", "Louer", "Animer", "Prévoir", "Documenter", "Évaluer", "Relancer", "Confier"]
        + ["Ouvrir", "Renouveler", "Assurer", "Embaucher pour", "Transmettre", "Jumeler", "Cartographier", "Négocier"],
        ["une camionnette", "la cuisine collective", "un poste de comptable", "des achats groupés", "le gardiennage"]
        + ["une salle polyvalente", "la formation des bénévoles", "un fonds d’urgence", "les surplus de récolte"]
        + ["une halte-garderie", "le transport adapté", "des outils numériques", "un jardin de toiture", "la relève"]
        + ["un comité logement", "le répit aux proches", "une friperie", "des assemblées de cuisine"],
        ["entre voisins", "à trois organismes", "sans employé permanent", "en milieu rural", "avec la municipalité"]
        + ["pendant l’hiver", "dans une école", "auprès des aînés", "à petit budget", "après une inondation"]
        + ["avec un centre de santé", "par roulement", "dans plusieurs langues", "au fil d’une saison"],
    ),
    "organisations": (
        ["Maison", "Carrefour", "Regroupement", "Coopérative", "Table", "Comptoir", "Atelier", "Fondation", "Service"],
        ["d’entraide", "de quartier", "des familles", "du logement", "alimentaire", "culturel", "d’accueil", "jeunesse"],
        ["des Érables", "du Vieux-Moulin", "de la Rive", "des Trois-Ponts", "du Plateau", "Saint-Ambroise", "Boréal"]
        + ["de la Gare", "du Fleuve", "Marie-Rollet", "des Tourelles", "Grand-Portage", "du Verger", "Belle-Anse"],
    ),
    "stories": (
        ["Comment naquit", "Les débuts de", "Dix ans pour", "Le tournant de", "Sauver", "Les leçons de", "Agrandir"],
        ["l’épicerie solidaire", "la ressourcerie", "le café des parents", "l’abri de nuit", "la serre communautaire"]
        + ["la coop funéraire", "le journal de rue", "la maison des naissances", "le garage associatif"],
        ["à Longueuil", "en Gaspésie", "dans Villeray", "sur la Côte-Nord", "à Rimouski", "au pied du mont", "en Estrie"]
        + ["chez les Attikameks", "aux Îles", "près du canal", "dans Limoilou", "à Val-d’Or"],
    ),
    "events": (
        ["Atelier", "Soirée-débat", "Forum", "Webinaire", "Visite guidée", "Journée d’étude"],
        ["sur le bénévolat", "sur la gouvernance", "sur la fiscalité", "sur l’accueil", "sur la paie", "sur l’hébergement"],
        ["des régions", "du printemps", "de la métropole", "du réseau", "des coordinations", "de rentrée", "des conseils"],
    ),
}  # fmt: skip
"""For each collection, what its titles begin, go on and end with."""

SUBJECTS: Final = (
    ["L’équipe", "Le conseil d’administration", "Une personne bénévole", "La coordonnatrice", "Le comité de suivi"]
    + ["Chaque partenaire", "La municipalité", "Un groupe de parents", "L’organisme d’accueil", "Le bailleur de fonds"]
)  # fmt: skip
VERBS: Final = (
    ["prépare", "relit", "présente", "finance", "met en commun", "évalue", "adapte", "garde à jour", "explique"]
    + ["prend en note", "propose", "vérifie"]
)  # fmt: skip
OBJECTS: Final = (
    ["le calendrier des prêts", "les règles de la maison", "une courte entente", "le budget de la saison"]
    + ["la liste des besoins", "l’inventaire du matériel", "un plan de rechange", "les chiffres de fréquentation"]
    + ["les questions restées ouvertes", "la tournée des partenaires"]
)  # fmt: skip
ENDS: Final = (
    ["avant la première rencontre", "avec les personnes concernées", "sans alourdir la tâche de quiconque"]
    + ["dès que la demande dépasse l’offre", "une fois par mois, en une heure", "quand tout le monde est d’accord"]
    + ["pour que la suite ne repose pas sur une seule personne", "même si le financement arrive en retard"]
)  # fmt: skip
HEADINGS: Final = (
    ["Le contexte", "Par où commencer", "Ce que cela demande", "Ce qui a changé", "Et chez vous?", "Pour la suite"]
    + ["Ce que nous referions", "Les chiffres", "Qui fait quoi"]
)  # fmt: skip
