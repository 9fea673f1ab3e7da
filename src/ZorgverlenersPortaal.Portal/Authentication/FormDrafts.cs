using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Keeps the text of a form over a step-up or a sign-in, for the same UZI number only and 15 minutes (docs/adr/0015). The
/// name of a draft is part of its key and stands in the browser's address alone: neither the store nor a node can read it.
/// </summary>
public sealed class FormDrafts(ISharedState state, IDataProtectionProvider protection, UziSignInJudgement judgement)
{
    /// <summary>The part of an address that names a draft.</summary>
    public const string Field = "concept";

    private const int MaximumBytes = 16 * 1024;
    private const int MaximumPerDoctor = 20;
    private const int MaximumPath = 512;
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Keeps the form of this request under a name of its own; null when it is no form of ours or too much.</summary>
    public async Task<string?> KeepAsync(HttpContext context, string uziNumber, string path)
    {
        var name = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return await KeepAsync(context, name, uziNumber, path) ? name : null;
    }

    /// <summary>
    /// The same for a request whose session has just ended: for the doctor of that session, else of the card on the
    /// connection. Never throws for a form that cannot be kept: the way to sign-in goes before its text.
    /// </summary>
    public async Task<string?> KeepAfterEndAsync(HttpContext context, string path)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var owner = context.Features.Get<EndedSession>()?.UziNumber
                ?? ((await judgement.JudgeAsync(ClientCard.Read(context), context.RequestAborted)) is { Accepted: true, Identity: { } card } ? card.UziNumber : null);
            return owner is null ? null : await KeepAsync(context, owner, path);
        }
        catch (Exception e) when (e is IOException or BadHttpRequestException || SharedStateUnavailableException.IsBehind(e))
        {
            return null;
        }
    }

    /// <summary>What was kept for the doctor of this request under the name in its address; empty when nothing was.</summary>
    public async Task<FormText> FindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var query = context.Request.Query;
        var name = (string?)query[Field] ?? query[StepUp.Field];
        return context.Features.Get<CurrentSession>() is { } session && name is not null
            ? await FindAsync(name, session.Session.Card.UziNumber, context.RequestAborted) ?? FormText.Empty
            : FormText.Empty;
    }

    /// <summary>The draft of this name, if it is this doctor's.</summary>
    internal async Task<FormText?> FindAsync(string name, string uziNumber, CancellationToken cancellation)
    {
        if (await state.GetAsync(Key(name), cancellation) is not { } kept)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<FormText>(Protector(name, uziNumber).Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException && !SharedStateUnavailableException.IsBehind(e))
        {
            return null;
        }
    }

    /// <summary>Keeps it under this name; false when it is too much, or the doctor has too many.</summary>
    internal async Task<bool> KeepAsync(HttpContext context, string name, string uziNumber, string path)
    {
        if (!context.Request.HasFormContentType || !IsOurs(path))
        {
            return false;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = form
            .Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && field.Key is not (StepUp.Field or "handler") && field.Value.Count == 1)
            .ToDictionary(field => field.Key, field => field.Value[0] ?? "", StringComparer.Ordinal);
        var text = JsonSerializer.SerializeToUtf8Bytes(new FormText(path, fields));
        if (fields.Count == 0 || text.Length > MaximumBytes
            || await state.CountAsync("drafts:" + SessionStore.Hash("uzi " + uziNumber), _lifetime, context.RequestAborted) > MaximumPerDoctor)
        {
            return false;
        }
        await state.SetAsync(Key(name), Protector(name, uziNumber).Protect(text), _lifetime, context.RequestAborted);
        return true;
    }

    /// <summary>A plain path of the portal: nowhere else may a browser be sent after signing in.</summary>
    private static bool IsOurs(string path) =>
        path.Length is > 0 and <= MaximumPath && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal)
        && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_');

    private IDataProtector Protector(string name, string uziNumber) => protection.CreateProtector("draft", uziNumber, name);

    private static string Key(string name) => "draft:" + SessionStore.Hash(name);
}
