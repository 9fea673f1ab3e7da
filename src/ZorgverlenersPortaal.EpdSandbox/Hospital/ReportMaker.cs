using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Makes text results: radiology, pathology, nuclear and others; preliminary, final and corrected.</summary>
internal static class ReportMaker
{
    private const string Abdomen = "CT abdomen: geen vrij vocht, geen vrije lucht. Galstenen zonder cholecystitis.";

    private const string Thorax =
        "Klinische gegevens: koorts en hoesten.\nVraagstelling: infiltraat?\nVerslag: X-thorax liggend. Slanke hartfiguur. "
        + "Verdichting in de rechter onderkwab. Geen pleuravocht.\nConclusie: beeld passend bij pneumonie rechts basaal.";

    private const string Biopsy =
        "<div>Biopt colon sigmoideum: tubulair adenoom met laaggradige dysplasie.</div><div>Geen aanwijzingen voor maligniteit. Snijvlak &lt; 1 mm.</div>";

    private static readonly Term _xray = Term.Snomed("363680008", "Röntgenonderzoek");
    private static readonly Term _ct = Term.Snomed("77477000", "CT-onderzoek");
    private static readonly Term _pathology = Term.Snomed("108257001", "Pathologisch onderzoek");
    private static readonly Term _petCt = Term.Snomed("450436003", "PET-CT");
    private static readonly Term _other = Term.Snomed("71388002", "Overig onderzoek");

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        if (!patient.Current)
        {
            return;
        }

        var time = patient.Start.AddHours(1);
        var status = (patient.Rank % 3) switch
        {
            0 => "preliminary",
            1 => "final",
            _ => "corrected",
        };
        Add(register, patient, "x", _xray, status, time, Thorax);
        if (patient.Rank % 2 == 0)
        {
            Add(register, patient, "t", _ct, "final", time.AddHours(4), Abdomen);
        }

        if (patient.Rank % 5 == 2)
        {
            Add(register, patient, "n", _petCt, "final", time.AddDays(-30), "PET-CT: geen pathologische FDG-opname.");
        }

        if (patient.Rank % 6 == 4)
        {
            Add(register, patient, "e", _xray, "entered-in-error", time, "Verslag van een andere patiënt.");
        }

        AddPathology(register, patient, time.AddDays(-20));
        AddAttached(register, patient, time);
    }

    /// <summary>
    /// A DiagnosticReport without text; nl-core-TextResult puts the kind in code and has no category.
    /// </summary>
    public static JsonObject Report(
        SyntheticPatient patient,
        string letter,
        Term code,
        string status,
        DateTimeOffset time)
    {
        var report = Part.Resource("DiagnosticReport", $"rep-{patient.Key}-{letter}", "nl-core-TextResult");
        report["status"] = status;
        report["code"] = Part.Concept(code);
        report["subject"] = patient.Reference();
        report["effectiveDateTime"] = HospitalCalendar.Stamp(time);
        report["issued"] = HospitalCalendar.Stamp(time.AddHours(2));
        report["performer"] = new JsonArray(
            Part.Reference("Organization", StaffMaker.HospitalId, StaffMaker.HospitalName));
        return report;
    }

    private static void AddPathology(HospitalRegister register, SyntheticPatient patient, DateTimeOffset time)
    {
        if (patient.Rank % 4 == 1)
        {
            var report = Report(patient, "p", _pathology, "final", time);
            report["category"] = new JsonArray(Part.Concept(_pathology));
            report["conclusion"] = Biopsy;
            register.Add(report, time.AddDays(6));
        }
    }

    // The whole report is the attachment.
    private static void AddAttached(HospitalRegister register, SyntheticPatient patient, DateTimeOffset time)
    {
        if (patient.Rank % 6 == 3)
        {
            var report = Report(patient, "o", _other, "final", time);
            var pdf = PdfPages.Write(["Longfunctie", patient.Name.Text, "", "FEV1 71 % van voorspeld."]);
            report["presentedForm"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/pdf",
                ["data"] = Convert.ToBase64String(pdf),
                ["title"] = "Longfunctie.pdf",
            });
            register.Add(report, time);
        }
    }

    private static void Add(
        HospitalRegister register,
        SyntheticPatient patient,
        string letter,
        Term code,
        string status,
        DateTimeOffset time,
        string conclusion)
    {
        var report = Report(patient, letter, code, status, time);
        report["conclusion"] = conclusion;
        register.Add(report, time.AddHours(2));
    }
}
