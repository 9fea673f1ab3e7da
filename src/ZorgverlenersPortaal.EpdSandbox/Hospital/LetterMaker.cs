using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Makes letters: a DocumentReference with its PDF in a Binary.</summary>
internal static class LetterMaker
{
    // One byte a pixel: about 1 MB, and 20 MB with --big-letters.
    private const int LargeScan = 1010;
    private const int BigScan = 4500;

    public static void Make(HospitalRegister register, SyntheticPatient patient, bool bigLetters)
    {
        var dice = register.Dice.For("letter" + patient.Number);
        var discharged = patient.End ?? register.Calendar.Ago(1, 15);
        foreach (var kind in Kinds(patient, dice))
        {
            var date = kind.Letter switch
            {
                "o" => discharged.AddHours(3),
                "v" or "w" => discharged.AddHours(1),
                "s" => patient.Start.AddHours(1),
                _ => register.Calendar.Ago(dice.Between(20, 300), 14),
            };
            var scan =
                patient is { Stay: StayKind.DischargedRecently, Rank: 0 } && kind.Letter is "o" ? LargeScan
                : bigLetters && patient is { Stay: StayKind.DischargedRecently, Rank: 1 } && kind.Letter is "o"
                    ? BigScan
                : 0;
            Add(register, patient, kind, date < register.Calendar.Now ? date : register.Calendar.Now, scan);
        }
    }

    private static List<LetterKind> Kinds(SyntheticPatient patient, Dice dice)
    {
        var kinds = patient.Stay switch
        {
            StayKind.Admitted => new List<LetterKind> { LetterKind.Emergency },
            StayKind.DischargedRecently => patient.Rank % 3 == 2
                ? [LetterKind.Preliminary, LetterKind.Emergency]
                : [LetterKind.Discharge, LetterKind.Replaced, LetterKind.Emergency],
            StayKind.DischargedBefore => [LetterKind.Discharge],
            StayKind.Planned or StayKind.Outpatient => [],
        };
        if (patient.Current || dice.Chance(40))
        {
            kinds.AddRange([LetterKind.Clinic, LetterKind.Policy]);
        }

        if (patient.Rank % 7 == 3)
        {
            kinds.Add(LetterKind.Other);
        }

        if (patient.Rank % 9 == 4)
        {
            kinds.Add(LetterKind.Mistake);
        }

        return kinds;
    }

    /// <summary>
    /// One letter with its PDF; one of the same kind for the same patient is replaced by a next version.
    /// </summary>
    public static void Add(
        HospitalRegister register,
        SyntheticPatient patient,
        LetterKind kind,
        DateTimeOffset date,
        int scan = 0)
    {
        var dice = register.Dice.For($"text{patient.Number}{kind.Letter}");
        var paragraphs = dice.Pick([1, 2, 4, 18, 40]);
        var pdf = PdfPages.Write(LetterText.Write(kind, patient, date, dice, paragraphs), scan);
        var letter = Reference(patient, kind, date);
        var attachment = new JsonObject { ["contentType"] = "application/pdf", ["language"] = "nl-NL" };
        if (kind.Letter is "c" && patient.Rank % 4 == 1)
        {
            attachment["data"] = Convert.ToBase64String(pdf);
        }
        else
        {
            var id = $"bin-{patient.Key}-{kind.Letter}";
            register.Add(Binary(patient, id, pdf), date);
            attachment["url"] = (patient.Number % 3 == 0 ? ServerBase.Placeholder + "/" : "") + "Binary/" + id;
        }

        attachment["size"] = pdf.Length;
#pragma warning disable CA5350 // FHIR R4 defines Attachment.hash as SHA-1; nothing is protected with it.
        attachment["hash"] = Convert.ToBase64String(SHA1.HashData(pdf));
#pragma warning restore CA5350
        attachment["title"] = kind.Title;
        attachment["creation"] = HospitalCalendar.Stamp(date);
        letter["content"] = new JsonArray(new JsonObject { ["attachment"] = attachment });
        if (kind.Letter is not ("p" or "c" or "b" or "e"))
        {
            letter["context"] = new JsonObject { ["encounter"] = new JsonArray(patient.EncounterReference()) };
        }

        register.Add(letter, date);
    }

    private static JsonObject Reference(SyntheticPatient patient, LetterKind kind, DateTimeOffset date)
    {
        var letter = Part.Resource("DocumentReference", $"doc-{patient.Key}-{kind.Letter}");
        letter["status"] = kind.Status;
        letter["docStatus"] = kind.DocStatus;
        letter["type"] = Part.Concept(kind.Type);
        letter["category"] = new JsonArray(
            Part.Concept(
                "http://open.epic.com/FHIR/StructureDefinition/document-reference-class",
                "correspondence",
                "Correspondentie"));
        letter["subject"] = patient.Reference();
        // In UTC, as most EPDs send it.
        letter["date"] = date.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            System.Globalization.CultureInfo.InvariantCulture);
        letter["author"] = new JsonArray(patient.Ward.Doctor.RoleReference());
        letter["custodian"] = Part.Reference("Organization", StaffMaker.HospitalId, StaffMaker.HospitalName);
        letter["description"] = kind.Title + " " + patient.Ward.Name.ToLowerInvariant();
        if (kind.Letter is "p" && patient.Rank % 10 == 2)
        {
            letter["securityLabel"] = new JsonArray(
                Part.Concept(CodeSystems.Hl7 + "v3-Confidentiality", "R", "restricted"));
        }

        if (kind.Letter is "o" && patient.Stay == StayKind.DischargedRecently)
        {
            letter["relatesTo"] = new JsonArray(
                new JsonObject
                {
                    ["code"] = "replaces",
                    ["target"] = Part.Reference("DocumentReference", $"doc-{patient.Key}-w"),
                });
        }

        return letter;
    }

    private static JsonObject Binary(SyntheticPatient patient, string id, byte[] pdf)
    {
        var binary = Part.Resource("Binary", id);
        binary["contentType"] = "application/pdf";
        binary["securityContext"] = patient.Reference();
        binary["data"] = Convert.ToBase64String(pdf);
        return binary;
    }
}
