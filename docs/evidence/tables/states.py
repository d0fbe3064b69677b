"""The four states, and what readers are told about conditions and mechanisms."""
STATES = [
 dict(id="gut-dysbiosis", kind="gut-state", name="Gut imbalance (dysbiosis)", synonyms=["dysbiosis", "unbalanced gut flora"],
      description="A gut flora poor in kinds, or short of bacteria that make butyrate. A research notion rather than a disease: no agreed limit exists, and no stool test is validated for it."),
 dict(id="intestinal-permeability", kind="gut-state", name="Gut permeability (“leaky gut”)", synonyms=["leaky gut", "increased intestinal permeability"],
      description="A gut lining that lets more through than usual, as measured with a sugar test. Seen in some bowel diseases; “leaky gut syndrome” is not an accepted disease, and no blood or stool test for it is validated."),
 dict(id="impaired-skin-barrier", kind="skin-state", name="Weakened skin barrier", synonyms=["dry skin", "barrier damage"],
      description="An outer skin layer that loses water and lets irritants in: dry, rough, easily irritated skin."),
 dict(id="skin-dysbiosis", kind="skin-state", name="Skin flora imbalance", synonyms=["skin dysbiosis"],
      description="A skin flora in which a few germs, above all Staphylococcus aureus, crowd out the others. Often it follows inflammation, and what counts as healthy is not settled."),
]
CONDITIONS = {  # name, synonyms, description
"acne-vulgaris": ("Acne", ["acne vulgaris", "pimples", "zits"], "Long-lasting disease of the hair follicle and its oil gland, with blackheads, whiteheads, inflamed spots, and sometimes nodules and scars, mostly on face, chest, and back."),
"rosacea": ("Rosacea", ["acne rosacea"], "Lasting redness of the central face with flushing, visible vessels, and spots, sometimes thickened skin or irritated eyes; blackheads are absent."),
"atopic-dermatitis": ("Eczema (atopic dermatitis)", ["atopic eczema", "AD", "eczema", "atopic dermatitis"], "Itchy inflammation of dry skin that comes and goes, with a weakened barrier, often starting in childhood and in the creases of arms and legs."),
"psoriasis": ("Psoriasis", ["psoriasis vulgaris", "plaque psoriasis"], "A disease of the immune system with sharply edged, thick, scaly plaques, often with nail and sometimes joint disease."),
"seborrheic-dermatitis": ("Seborrheic dermatitis", ["seborrhoeic dermatitis", "seborrheic eczema", "dandruff", "cradle cap (infants)"], "Greasy scale and redness of scalp, brows, nose folds, and chest, linked to Malassezia yeasts."),
"hidradenitis-suppurativa": ("Hidradenitis suppurativa", ["acne inversa", "Verneuil's disease"], "Painful nodules, abscesses, and draining tunnels that come back in armpits, groin, and other skin folds and leave scars."),
"chronic-urticaria": ("Chronic hives (urticaria)", ["chronic spontaneous urticaria", "chronic idiopathic urticaria", "hives"], "Itchy hives, swelling, or both on most days for six weeks or longer."),
}
MECHANISMS = {  # name, description with what is contested
"intestinal-barrier": ("Gut barrier (popularly “leaky gut”)", "Mucus, a single layer of cells, and local immune defense decide what passes from the gut into the body. Painkillers, hard endurance exercise, alcohol, fructose, and emulsifiers can loosen it; fiber, zinc, and vitamins A and D support it. Contested: “leaky gut syndrome” is not accepted as a disease, commercial zonulin kits do not measure zonulin, and studies in skin disease are small and contradict each other."),
"immune-inflammation": ("Immune system and inflammation", "Signals and products of gut microbes help to balance calming and inflaming immune cells, and the same cells act in the skin. Bowel inflammation and hidradenitis share genes and pathways. Contested: in people, most of the evidence is association; whether changing the gut calms the skin is largely open."),
"scfa-metabolites": ("Short-chain fatty acids and other microbial products", "Gut bacteria ferment fiber to acetate, propionate, and butyrate, which calm immune cells and feed the gut lining. In mice butyrate strengthened the skin barrier. Contested: in people with skin disease there are few measurements and no trial that ties a rise in butyrate to better skin."),
"neuroendocrine-stress": ("Stress hormones and nerves", "Stress switches on hormones and nerves, and the skin has a local copy of that system; lasting stress weakens barrier repair and defense. Skin disease in turn causes stress by itch, poor sleep, and stigma. Contested: what is cause and what is consequence is often unknown, and the flora is hardly affected by stress in people."),
"insulin-igf1": ("Insulin and growth signals", "Fast carbohydrates and dairy raise insulin and IGF-1, which make oil glands busier and plug follicles. Insulin resistance is also more common in hidradenitis. Contested: trials in acne are small and disagree."),
"skin-barrier": ("Skin barrier", "The outer skin layer keeps water in and irritants, allergens, and microbes out. Inherited or acquired weakness can lead to eczema, and eczema damages the barrier in turn. Contested: moisturizing healthy newborns did not keep eczema away in a large trial."),
"skin-microbiome": ("Skin flora", "Resident bacteria and yeasts hold back germs and tune local immunity. In eczema flares Staphylococcus aureus takes over; in seborrheic dermatitis Malassezia dominates. Contested: inflamed skin favors these germs, so cause and consequence are open."),
"oxidative-stress": ("Oxidative stress", "Inflammation, smoke, pollution, and ultraviolet light make reactive molecules that damage cells and keep inflammation going. Contested: the weakest of the eight; antioxidant vitamins have not clearly helped, and no marker is fit for scoring."),
}
