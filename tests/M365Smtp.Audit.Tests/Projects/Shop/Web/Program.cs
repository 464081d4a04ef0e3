using Shop.Mail;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
builder.Services.AddTransient<OrderMailer>();
builder.Services.AddTransient<AlertMailer>();
builder.Build().Run();
