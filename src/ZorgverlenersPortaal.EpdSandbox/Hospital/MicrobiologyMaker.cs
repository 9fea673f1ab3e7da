using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes cultures: a report with the growth found, the sensitivity to antibiotics, and the material it was taken from.
/// </summary>
internal static class MicrobiologyMaker
{
    private static readonly Term _microbiology = Term.Snomed("19851009", "Microbiologie");
    private static readonly Term _urine = Term.Snomed("122575003", "Urine");
    private static readonly Term _blood = Term.Snomed("119297000", "Bloed");

    private static readonly Term[] _organisms =
    [
        Term.Snomed("112283007", "Escherichia coli"),
        Term.Snomed("3092008", "Staphylococcus aureus"),
        Term.Snomed("264868006", "Geen groei"),
    ];

    private static readonly (Term Drug, string Code, string Flag)[] _sensitivities =
    [
        (Term.Loinc("18862-3", "Amoxicilline-clavulaanzuur"), "30714006", "R"),
        (Term.Loinc("18955-5", "Nitrofurantoïne"), "131196009", "S"),
        (Term.Loinc("18906-8", "Ciprofloxacine"), "11896004", "I"),
    ];

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        if (!patient.Current || patient.Rank % 3 == 2)
        {
            return;
        }

        var time =
            patient.Start.AddHours(2) < register.Calendar.Now
                ? patient.Start.AddHours(2)
                : register.Calendar.Now.AddMinutes(-30);
        var organism = _organisms[patient.Rank % 3];
        var specimen = Part.Resource("Specimen", "spm-" + patient.Key);
        specimen["type"] = Part.Concept(patient.Rank % 2 == 0 ? _urine : _blood);
        specimen["subject"] = patient.Reference();
        specimen["collection"] = new JsonObject { ["collectedDateTime"] = HospitalCalendar.Stamp(time) };
        register.Add(specimen, time);
        var growth = Observation(patient, "k", Term.Loinc("6463-4", "Kweek"), time);
        growth["status"] = patient.Rank % 4 == 1 ? "preliminary" : "final";
        growth["valueCodeableConcept"] = Part.Concept(organism);
        var results = new JsonArray(Part.Reference("Observation", $"obs-{patient.Key}-k"));
        if (patient.Rank % 3 == 0)
        {
            var members = Sensitivities(register, patient, time);
            growth["hasMember"] = members;
            results = [.. results.Concat(members).Select(node => node!.DeepClone())];
        }

        register.Add(growth, time.AddHours(30));
        AddReport(register, patient, organism, results, time);
    }

    private static JsonArray Sensitivities(HospitalRegister register, SyntheticPatient patient, DateTimeOffset time)
    {
        var members = new JsonArray();
        foreach (var (drug, code, flag) in _sensitivities)
        {
            var observation = Observation(patient, "k" + flag.ToLowerInvariant(), drug, time);
            observation["valueCodeableConcept"] = Part.Text(flag);
            observation["interpretation"] = new JsonArray(Part.Concept(CodeSystems.Snomed, code, flag));
            register.Add(observation, time.AddHours(40));
            members.Add(Part.Reference("Observation", $"obs-{patient.Key}-k{flag.ToLowerInvariant()}", drug.Text));
        }

        return members;
    }

    private static void AddReport(
        HospitalRegister register,
        SyntheticPatient patient,
        Term organism,
        JsonArray results,
        DateTimeOffset time)
    {
        var report = ReportMaker.Report(
            patient,
            "m",
            _microbiology,
            patient.Rank % 4 == 1 ? "preliminary" : "final",
            time);
        report["category"] = new JsonArray(Part.Concept(CodeSystems.Hl7 + "v2-0074", "MB", "Microbiologie"));
        report["specimen"] = new JsonArray(Part.Reference("Specimen", "spm-" + patient.Key));
        report["result"] = results;
        report["conclusion"] = organism.Text;
        register.Add(report, time.AddHours(40));
    }

    private static JsonObject Observation(SyntheticPatient patient, string letters, Term code, DateTimeOffset time)
    {
        var observation = LabMaker.Observation(patient, letters, code, _microbiology, time);
        observation["specimen"] = Part.Reference("Specimen", "spm-" + patient.Key);
        return observation;
    }
}
