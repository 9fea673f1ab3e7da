using System.Globalization;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Writes what a letter says, in the order Dutch letters have.</summary>
internal static class LetterText
{
    private static readonly string[] _course =
    [
        "Bij opname was de patiënt ziek maar helder. De eerste dagen zagen we duidelijke verbetering op de ingezette behandeling.",
        "De opname verliep zonder bijzonderheden. Fysiotherapie begeleidde het mobiliseren; bij ontslag loopt de patiënt met een rollator.",
        "In het begin was er verwardheid in de nacht, die verdween na behandeling van de infectie en aanpassing van de medicatie.",
        "Het laboratoriumonderzoek herstelde geleidelijk. De nierfunctie bleef stabiel, het natrium moest één keer worden aangevuld.",
    ];

    private static readonly string[] _policies =
    [
        "Controle bij de huisarts over één week, met nierfunctie en kalium.",
        "Graag bloeddruk controleren over twee weken.",
        "Antibiotica nog vijf dagen, daarna staken.",
        "Controle op de polikliniek over zes weken; de patiënt krijgt daarvoor een oproep.",
        "Thuiszorg is aangevraagd. Bij achteruitgang graag overleg met de dienstdoende arts-assistent.",
    ];

    public static IReadOnlyList<string> Write(
        LetterKind kind,
        SyntheticPatient patient,
        DateTimeOffset date,
        Dice dice,
        int paragraphs)
    {
        List<string> lines =
        [
            "Ziekenhuis Drechtoever - " + patient.Ward.Name,
            "",
            kind.Title,
            "",
            "Datum: " + HospitalCalendar.Dutch(date),
            "Aan: " + patient.Gps[0].Display,
            $"Betreft: {patient.Name.Text}, geboren {HospitalCalendar.Dutch(patient.BirthDate)}, BSN {patient.Bsn}",
            "",
            "Geachte collega,",
            "",
            Opening(kind, patient),
            "",
            "Beloop",
        ];
        for (var at = 0; at < paragraphs; at++)
        {
            lines.AddRange([dice.Pick(_course), ""]);
        }

        lines.AddRange([
            "Conclusie",
            patient.Reason.Text + ".",
            "",
            "Beleid",
            dice.Pick(_policies),
            dice.Pick(_policies),
            "",
        ]);
        lines.AddRange([
            "Met collegiale groet,",
            patient.Ward.Doctor.Display,
            "",
            "Dit is een verzonnen brief over een verzonnen patiënt.",
        ]);
        return lines;
    }

    private static string Opening(LetterKind kind, SyntheticPatient patient) =>
        kind.Letter switch
        {
            "o" or "v" or "w" => string.Create(
                CultureInfo.InvariantCulture,
                $"Uw patiënt was van {HospitalCalendar.Dutch(patient.Start)} tot {(patient.End is { } end ? HospitalCalendar.Dutch(end) : "heden")} opgenomen op afdeling {patient.Ward.Display} wegens {patient.Reason.Text.ToLowerInvariant()}."
            ),
            "s" => $"Uw patiënt kwam op de spoedeisende hulp wegens {patient.Reason.Text.ToLowerInvariant()}.",
            "c" => $"Conclusie en beleid na het bezoek aan {patient.Ward.Name.ToLowerInvariant()}.",
            _ => $"Wij zagen uw patiënt op de polikliniek {patient.Ward.Name.ToLowerInvariant()} voor controle.",
        };
}
