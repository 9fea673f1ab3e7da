using System.Globalization;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes laboratory results: panels of a draw with their members, and the ways in which a value can be no plain number.
/// </summary>
internal static class LabMaker
{
    private static readonly Term _chemistry = Term.Snomed("275711006", "Klinische chemie");
    private static readonly Term _hematology = Term.Snomed("252275004", "Hematologie");

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("lab" + patient.Number);
        var draws =
            patient.Current ? 3
            : dice.Chance(25) ? 1
            : 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var end = patient.End ?? register.Calendar.Now;
            var time = patient.Current
                ? patient.Start.AddTicks((end - patient.Start).Ticks * draw / 3).AddMinutes(50)
                : register.Calendar.Ago(dice.Between(10, 300), 8, 30);
            time = time < register.Calendar.Now ? time : register.Calendar.Now.AddMinutes(-20);
            AddPanel(register, patient, $"c{draw}", "Chemie", _chemistry, (LabTest.Chemistry, time));
            AddPanel(register, patient, $"h{draw}", "Bloedbeeld", _hematology, (LabTest.Blood, time));
        }

        if (patient.Current)
        {
            LabOddity.Make(register, patient, patient.Start.AddMinutes(40));
        }
    }

    /// <summary>
    /// An Observation without a value, with both the HL7 and the SNOMED category as Dutch laboratories send.
    /// </summary>
    public static JsonObject Observation(
        SyntheticPatient patient,
        string letters,
        Term code,
        Term group,
        DateTimeOffset time)
    {
        var observation = Part.Resource("Observation", $"obs-{patient.Key}-{letters}", "nl-core-LaboratoryTestResult");
        observation["status"] = "final";
        observation["category"] = new JsonArray(
            Part.Concept(CodeSystems.Hl7 + "observation-category", "laboratory", "Laboratory"),
            Part.Concept(group));
        observation["code"] = Part.Concept(code);
        observation["subject"] = patient.Reference();
        observation["effectiveDateTime"] = HospitalCalendar.Stamp(time);
        observation["performer"] = new JsonArray(
            Part.Reference("Organization", StaffMaker.HospitalId, StaffMaker.HospitalName));
        return observation;
    }

    public static JsonArray Range(LabTest test) =>
        new(
            new JsonObject
            {
                ["low"] = Part.Quantity(test.Write(test.Low), test.Unit, test.Ucum),
                ["high"] = Part.Quantity(test.Write(test.High), test.Unit, test.Ucum),
            });

    /// <summary>The mark beside a value, as HL7 and as SNOMED; null where the value is within its range.</summary>
    public static JsonArray? Mark(LabTest test, int value)
    {
        var (code, snomed, text) =
            value > test.High * 2 ? ("HH", "281302008", "Boven referentiebereik")
            : value > test.High ? ("H", "281302008", "Boven referentiebereik")
            : value < test.Low ? ("L", "281300000", "Onder referentiebereik")
            : ("", "", "");
        return code.Length == 0
            ? null
            : new JsonArray(
                new JsonObject
                {
                    ["coding"] = new JsonArray(
                        Part.Coding(CodeSystems.Snomed, snomed, text),
                        Part.Coding(CodeSystems.Hl7 + "v3-ObservationInterpretation", code)),
                });
    }

    private static void AddPanel(
        HospitalRegister register,
        SyntheticPatient patient,
        string letters,
        string name,
        Term group,
        (LabTest[] Tests, DateTimeOffset Time) draw)
    {
        var dice = register.Dice.For($"panel{patient.Number}{letters}");
        var panel = Observation(patient, letters, new Term(CodeSystems.Snomed, group.Code, name), group, draw.Time);
        var members = new JsonArray();
        for (var at = 0; at < draw.Tests.Length; at++)
        {
            var test = draw.Tests[at];
            var span = test.High - test.Low;
            var value = Math.Max(0, test.Low - (span / 3) + dice.Next(dice.Chance(12) ? span * 4 : span * 5 / 3));
            var member = Observation(
                patient,
                letters + at.ToString(CultureInfo.InvariantCulture),
                Term.Loinc(test.Loinc, test.Name),
                group,
                draw.Time);
            member["valueQuantity"] = Part.Quantity(test.Write(value), test.Unit, test.Ucum);
            member["referenceRange"] = Range(test);
            if (Mark(test, value) is { } mark)
            {
                member["interpretation"] = mark;
            }

            register.Add(member, draw.Time.AddMinutes(75));
            members.Add(Part.Reference("Observation", $"obs-{patient.Key}-{letters}{at}", test.Name));
        }

        panel["hasMember"] = members;
        register.Add(panel, draw.Time.AddMinutes(75));
    }
}
