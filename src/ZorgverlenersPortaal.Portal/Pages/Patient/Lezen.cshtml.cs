using Microsoft.AspNetCore.Mvc;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>One letter: its facts, its PDF in a frame that can do nothing, its words as text, and the letters beside it.</summary>
public sealed class Lezen(RecordOpening opening, LetterViews letters, ILogger<Lezen> logger) : RecordPage(opening, logger)
{
    /// <summary>The letter's handle in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Letter { get; set; } = "";

    /// <summary>The letter.</summary>
    public PendingSection<LetterView> View { get; private set; } = null!;

    /// <inheritdoc />
    public override string Part => "brieven";

    /// <summary>Address of the PDF in the page's frame.</summary>
    public string FrameAddress => $"/patient/{Handle}/brief/{Letter}/inhoud";

    /// <inheritdoc />
    protected override string OwnAddress => $"/patient/{Handle}/brief/{Letter}/lezen";

    /// <inheritdoc />
    protected override bool IsThere() => Read("letter", Letter) is not null;

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithLetter;
        View = letters.Read(grant, Read("letter", Letter)!, cancellation);
        return Dossier.StartRecord(grant, cancellation);
    }
}
