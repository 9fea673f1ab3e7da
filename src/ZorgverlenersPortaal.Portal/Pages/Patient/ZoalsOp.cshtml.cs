using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Past;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>A record as the EPD had it at a moment that has been; only its banner is of now.</summary>
public sealed class ZoalsOp(RecordOpening opening, PastReader past, ILogger<ZoalsOp> logger) : RecordPage(opening, logger)
{
    private PastMoment? _moment;

    /// <summary>The moment in the address: 2026-03-01T14:05, Dutch time.</summary>
    [BindProperty(SupportsGet = true, Name = "op")]
    public string? Op { get; set; }

    /// <summary>A day as typed in the form.</summary>
    [BindProperty(SupportsGet = true, Name = "dag")]
    public string? Day { get; set; }

    /// <summary>A time as typed in the form.</summary>
    [BindProperty(SupportsGet = true, Name = "tijd")]
    public string? Hour { get; set; }

    /// <summary>What the address says.</summary>
    public PastMoment Moment => _moment ??= PastMoment.Read(Op, Time.GetUtcNow());

    /// <summary>The sections under way; none when there is no such moment.</summary>
    public IReadOnlyList<PastPanel> Panels { get; private set; } = [];

    /// <summary>"01-03-2026 14:05".</summary>
    public string When => Moment.At is { } at ? Clock.DateAndTime(at) : "";

    /// <summary>The form, with what was typed.</summary>
    public PastForm Form => new(Handle, Day ?? (Moment.At is { } day ? Clock.Date(day) : null), Hour ?? (Moment.At is { } at ? Clock.Time(at)[..5] : null))
    {
        Fault = Moment.Fault,
        IsOpen = Moment.Fault is not null,
    };

    /// <inheritdoc />
    public override string Part => "zoals-op";

    /// <inheritdoc />
    protected override string OwnAddress => RecordMenu.Address(Handle, Part) + (KeptQuery.Length == 0 ? "" : "?" + KeptQuery);

    /// <inheritdoc />
    protected override string KeptQuery => Moment.At is null ? "" : "op=" + Op;

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        // What the form sends becomes the one address of that moment; nothing is looked at for it.
        if (Op is null && PastMoment.Address(Day, Hour) is { } op)
        {
            return new SeeOther($"{RecordMenu.Address(Uri.EscapeDataString(Handle), Part)}?op={op}");
        }
        return Faulted(await base.OnGetAsync(cancellation));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Moment.Fault is null ? await base.OnPostAsync(cancellation) : Faulted(await ShowAsync(cancellation));

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        if (Moment.At is { } at)
        {
            var reading = past.Start(grant, at, cancellation);
            Panels =
            [
                PastPanel.Of("behandelaanwijzingen", "Behandelaanwijzingen toen", reading.Directives, PastLines.Of),
                PastPanel.Of("allergieen", "Allergieën toen", reading.Allergies, PastLines.Of),
                PastPanel.Of("diagnoses", "Diagnoses toen", reading.Diagnoses, PastLines.Of),
                PastPanel.Of("opnames", "Opnames toen", reading.Admissions, PastLines.Of),
                PastPanel.Of("medicatie", "Medicatie toen", reading.Medication, PastLines.Of),
            ];
        }
        return Dossier.StartRecord(grant, cancellation);
    }

    private IActionResult Faulted(IActionResult answer)
    {
        if (answer is PageResult && Moment.Fault is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        return answer;
    }
}
