using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes the AllergyIntolerances: real ones, "none known" as a statement, mistaken and refuted ones, a reaction without
/// manifestation.
/// </summary>
internal static class AllergyMaker
{
    private static readonly (Term Code, string Category, Term Snomed)[] _substances =
    [
        (Term.Snomed("373270004", "Penicilline"), "medication", Term.Snomed("419511003", "Allergie voor medicatie")),
        (
            Term.Snomed("387458008", "Acetylsalicylzuur"),
            "medication",
            Term.Snomed("419511003", "Allergie voor medicatie")),
        (Term.Snomed("387406002", "Sulfonamide"), "medication", Term.Snomed("419511003", "Allergie voor medicatie")),
        (Term.Snomed("762952008", "Pinda"), "food", Term.Snomed("418471000", "Allergie voor voedsel")),
        (Term.Snomed("111088007", "Latex"), "environment", Term.Snomed("426232007", "Allergie voor omgevingsfactor")),
        (Term.Snomed("288328004", "Bijengif"), "biologic", Term.Snomed("419199007", "Allergie voor substantie")),
    ];

    private static readonly Term[] _manifestations =
    [
        Term.Snomed("271807003", "Huiduitslag"),
        Term.Snomed("39579001", "Anafylaxie"),
        Term.Snomed("267036007", "Kortademigheid"),
        Term.Snomed("422587007", "Misselijkheid"),
    ];

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("allergy" + patient.Number);
        var kind = patient.Current && patient.Rank < 7 ? patient.Rank : dice.Next(14);
        switch (kind)
        {
            case 0:
                Add(register, Real(patient, "a", 0, "high", 1), "active", "confirmed");
                Add(register, Real(patient, "b", 3, "low", 0), "active", "confirmed");
                break;
            case 1:
                Add(
                    register,
                    Bare(patient, "a", Term.Snomed("716186003", "Geen bekende allergie")),
                    "active",
                    "confirmed");
                break;
            case 2:
                // Nictiz's own first example: nullified, and so without a clinical status.
                Add(register, Real(patient, "a", 5, "high", 1), null, "entered-in-error");
                break;
            case 3:
                Add(register, Real(patient, "a", 1, "low", 3), "active", "refuted");
                break;
            case 4:
                Add(register, WithoutManifestation(patient), "active", "unconfirmed");
                break;
            case 5:
                Add(register, Real(patient, "a", 4, "unable-to-assess", 0), "resolved", "confirmed");
                break;
            case 6 or 7 or 8:
                Add(
                    register,
                    Real(patient, "a", dice.Next(_substances.Length), dice.Chance(30) ? "high" : "low", dice.Next(4)),
                    "active",
                    "confirmed");
                break;
            default:
                // No resource at all: an empty list, which says nothing.
                break;
        }
    }

    private static JsonObject Bare(SyntheticPatient patient, string letter, Term code)
    {
        var allergy = Part.Resource("AllergyIntolerance", $"alg-{patient.Key}-{letter}", "nl-core-AllergyIntolerance");
        allergy["code"] = Part.Concept(code);
        allergy["patient"] = patient.Reference();
        allergy["recordedDate"] = "2023-05";
        return allergy;
    }

    private static JsonObject Real(
        SyntheticPatient patient,
        string letter,
        int substance,
        string criticality,
        int manifestation)
    {
        var (code, category, snomed) = _substances[substance];
        var allergy = Bare(patient, letter, code);
        allergy["category"] = new JsonArray(category);
        allergy["_category"] = new JsonArray(
            new JsonObject
            {
                ["extension"] = new JsonArray(
                    Part.Extension(
                        CodeSystems.Profile + "ext-CodeSpecification",
                        "valueCodeableConcept",
                        Part.Concept(snomed))),
            });
        allergy["criticality"] = criticality;
        allergy["onsetDateTime"] = "2011";
        allergy["reaction"] = new JsonArray(
            new JsonObject
            {
                ["manifestation"] = new JsonArray(Part.Concept(_manifestations[manifestation])),
                ["severity"] = manifestation == 1 ? "severe" : "mild",
            });
        return allergy;
    }

    // Required in R4, missing in real messages (fhir.md §1.6).
    private static JsonObject WithoutManifestation(SyntheticPatient patient)
    {
        var allergy = Real(patient, "a", 2, "high", 0);
        allergy["reaction"] = new JsonArray(
            new JsonObject { ["description"] = "Ziek geworden na een kuur, precies weet mevrouw/meneer het niet meer" });
        return allergy;
    }

    private static void Add(HospitalRegister register, JsonObject allergy, string? clinical, string verification)
    {
        if (clinical is not null)
        {
            allergy["clinicalStatus"] = Part.Concept(CodeSystems.Hl7 + "allergyintolerance-clinical", clinical);
        }

        allergy["verificationStatus"] = Part.Concept(CodeSystems.Hl7 + "allergyintolerance-verification", verification);
        register.Add(allergy, register.Calendar.Ago(200, 10));
    }
}
