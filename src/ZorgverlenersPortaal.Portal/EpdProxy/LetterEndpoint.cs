using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.EpdProxy;

/// <summary>Opens a letter: decide, record, and only then stream it from the EPD. GET only.</summary>
public static class LetterEndpoint
{
    /// <summary>Maps the address of letters.</summary>
    public static IEndpointConventionBuilder MapLetters(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/patient/{patient}/brief/{letter}", OpenAsync);

    private static async Task OpenAsync(
        HttpContext context, string patient, string letter, AccessControl access, LetterReader letters, HandleProtector handles, LetterForwarder forwarder)
    {
        var visit = context.Features.GetRequiredFeature<Visit>();
        using var handle = handles.Open("patient", visit.SessionReference, patient);
        var opened = await access.OpenAsync(visit, handle?.Id, context.RequestAborted);
        if (opened.Grant is not { } grant)
        {
            context.Response.StatusCode = RefusedAs.Status(context, opened);
            return;
        }
        context.RestsOn(grant.Decision);
        var found = grant.Categories.Contains(DossierCategory.Letters) && handle?.Read("letter", letter) is { } id
            ? await letters.OpenAsync(grant, id, context.RequestAborted)
            : null;
        if (found is null)
        {
            context.Response.StatusCode = RefusedAs.Unknown(await access.RefuseLetterAsync(grant));
            return;
        }
        await forwarder.SendAsync(context, found);
    }
}
