using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>What the portal answered to each look at a patient or a list, to be laid beside the trail: shown or refused, there is a decision.</summary>
internal sealed partial class AnsweredLooks : IStartupFilter
{
    private readonly ConcurrentQueue<(string Request, string Path, int Status)> _answers = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.Use(async (context, rest) =>
        {
            var path = context.Request.Path;
            try
            {
                await rest(context);
            }
            finally
            {
                // Who is turned away before it is known who asks (another site's script) did not look.
                if (HttpMethods.IsGet(context.Request.Method) && context.Features.Get<CardVisit>() is not null
                    && (Looks().IsMatch(path) || (path.StartsWithSegments("/patient", StringComparison.Ordinal) && context.Response.StatusCode == StatusCodes.Status200OK)))
                {
                    _answers.Enqueue((RequestIdentity.Of(context).RequestId, path, context.Response.StatusCode));
                }
            }
        });
        next(application);
    };

    /// <summary>Where patients and lists are; any other address below these is no page at all.</summary>
    [GeneratedRegex(@"^/(?:patienten(?:/kanaal|/late-brieven)?|patient/[^/]+(?:/zorgmomenten|/zoals-op|/dossier|/brieven|/medicatie|/klinische-chemie|/microbiologie|/nucleair|/pathologie|/radiologie|/overige-uitslagen|/bijlage/[^/]+|/(?:eerdere-)?brief/[^/]+(?:/lezen|/inhoud)?)?)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Looks();

    /// <summary>Throws when an answer of 200, 403, 404 or 429 has no decision in the trail.</summary>
    public void Check(IReadOnlyList<AuditRecord> records)
    {
        var decided = records.Where(record => record.Decision is not null).Select(record => record.RequestId).ToHashSet(StringComparer.Ordinal);
        foreach (var (request, path, status) in _answers)
        {
            if (status is StatusCodes.Status200OK or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status429TooManyRequests && !decided.Contains(request))
            {
                throw new InvalidOperationException($"{status} on {path} has no decision in the trail.");
            }
        }
    }
}
