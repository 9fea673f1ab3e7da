using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Noodprocedure;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Opens a patient's record for a page of it: the handle, the decision, and the emergency it may rest on.</summary>
public sealed class RecordOpening(
    AccessControl access, DossierReader dossier, HandleProtector handles, PortalSettings settings, RunningEmergency emergencies)
{
    /// <summary>The sections.</summary>
    public DossierReader Dossier => dossier;

    /// <summary>What the hospital has set.</summary>
    public PortalSettings Settings => settings;

    /// <summary>Records that a letter was asked for which is not there; true: so often that it looks like trying.</summary>
    public Task<bool> RefuseLetterAsync(PatientGrant grant) => access.RefuseLetterAsync(grant);

    /// <summary>
    /// The grant and the emergency it rests on, or the status of the refusal, which is recorded. Until the request ends the opened
    /// handle makes the addresses of what is in the record.
    /// </summary>
    public async Task<(PatientGrant? Grant, int Status, OpenedHandle? Opened, EmergencyBanner? Emergency)> OpenAsync(
        HttpContext context, string handle, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var visit = context.Features.GetRequiredFeature<Visit>();
        var opened = handles.Open("patient", visit.SessionReference, handle);
        if (opened is not null)
        {
            context.Response.RegisterForDispose(opened);
        }
        var decided = await access.OpenAsync(visit, opened?.Id, cancellation);
        if (decided.Grant is not { } grant)
        {
            return (null, RefusedAs.Status(context, decided), null, null);
        }
        context.RestsOn(grant.Decision);
        if (grant.Decision.Ruling.Basis != AccessBasis.Emergency)
        {
            return (grant, StatusCodes.Status200OK, opened, null);
        }
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        if (await emergencies.FindAsync(visit, handle, cancellation) is { } running)
        {
            return (grant, StatusCodes.Status200OK, opened, new(running, handle, clock.GetUtcNow()));
        }
        // Ended on another page since the decision.
        await access.RefuseWithdrawnAsync(visit, grant.Decision);
        return (null, StatusCodes.Status404NotFound, null, null);
    }
}
