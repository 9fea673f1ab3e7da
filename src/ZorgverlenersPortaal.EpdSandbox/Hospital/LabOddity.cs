using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// One result per patient that is no plain number with a unit (fhir.md §1.11 and §4.7), in turn by rank.
/// </summary>
internal static class LabOddity
{
    private static readonly Term _chemistry = Term.Snomed("275711006", "Klinische chemie");

    public static void Make(HospitalRegister register, SyntheticPatient patient, DateTimeOffset time)
    {
        var observation = LabMaker.Observation(patient, "x", Term.Loinc("67151-1", "Troponine T"), _chemistry, time);
        switch (patient.Rank % 9)
        {
            case 0:
                observation["valueQuantity"] = Part.Quantity("14", "ng/L", "ng/L");
                observation["valueQuantity"]!["comparator"] = "<";
                break;
            case 1:
                observation["dataAbsentReason"] = Part.Concept(
                    CodeSystems.Hl7 + "data-absent-reason",
                    "error",
                    "Monster hemolytisch");
                break;
            case 2:
                // An order that was cancelled, and yet final.
                observation["valueString"] = "GEANNULEERD";
                break;
            case 3:
                // Without unit, and a range without units.
                observation["code"] = Part.Concept(CodeSystems.Loinc, "2075-0", "Chloride");
                observation["valueQuantity"] = new JsonObject { ["value"] = JsonNode.Parse("109") };
                observation["referenceRange"] = new JsonArray(
                    new JsonObject
                    {
                        ["low"] = new JsonObject { ["value"] = JsonNode.Parse("97") },
                        ["high"] = new JsonObject { ["value"] = JsonNode.Parse("107") },
                    });
                break;
            case 4:
                observation["status"] = "entered-in-error";
                observation["valueQuantity"] = Part.Quantity("9999", "ng/L", "ng/L");
                break;
            case 5:
                observation["status"] = "corrected";
                observation["valueQuantity"] = Part.Quantity("7.0", "ng/L", "ng/L");
                observation["note"] = new JsonArray(Part.Text("Eerder stond hier 70."));
                break;
            case 6:
                observation["status"] = "preliminary";
                observation["valueQuantity"] = Part.Quantity("1.50", "ng/L", "ng/L");
                break;
            case 7:
                observation["status"] = "registered";
                break;
            default:
                // About somebody else, and so not the patient's own result.
                observation["focus"] = new JsonArray(new JsonObject { ["display"] = "Donor" });
                observation["valueQuantity"] = Part.Quantity("3", "ng/L", "ng/L");
                break;
        }

        register.Add(observation, time.AddMinutes(90));
    }
}
