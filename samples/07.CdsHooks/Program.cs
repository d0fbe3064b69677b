using GutSkin.Samples.CdsHooks;
using Microsoft.Extensions.DependencyInjection.Extensions;

// A CDS Hooks 2.0 service over the library. It reads what the hook brings (prefetch), calls no other server, and stores nothing.
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 16 * 1024 * 1024);
builder.Services.AddGutSkin();
builder.Services.TryAddSingleton(TimeProvider.System);
builder.Services.AddSingleton<PatientView>();
builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader()));
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseExceptionHandler();
app.UseCors(); // Clients in a browser call the service from another origin.
app.MapGet("/cds-services", () => Discovery.Document);
app.MapPost($"/cds-services/{Discovery.Id}", (HttpRequest request, PatientView view) => view.AnswerAsync(request));
app.MapPost($"/cds-services/{Discovery.Id}/feedback", (HttpRequest request, ILogger<PatientView> log) => Feedback.TakeAsync(request, log));
await app.RunAsync();

/// <summary>The program, for tests to start.</summary>
public partial class Program;
